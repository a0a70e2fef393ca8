"""What a line may not claim: each check finds one kind of it."""
