class Unfit(Exception):
    """A cell that cannot be what its column says."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(column, why)
        self.column = column
        self.why = why
