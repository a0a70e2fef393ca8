from tests.api.edge.test_logs import log

__all__ = ["log"]
