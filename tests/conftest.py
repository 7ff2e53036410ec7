import sys
from pathlib import Path

# With importmode=importlib nothing puts this folder on the path; `strategies` is shared by all.
sys.path.insert(0, str(Path(__file__).parent))
