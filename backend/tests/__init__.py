import gc
import sys

if "pytest" in sys.modules:  # What is imported stays, until `conftest` says that all of it is there.
    gc.disable()
