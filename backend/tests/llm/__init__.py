"""Servers on loopback that speak as providers do, and misbehave in every way that was thought of."""
