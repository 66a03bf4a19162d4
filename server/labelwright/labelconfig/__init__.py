"""Label configs: parse, check, describe. Pure: no database, no web.

`Config.of(text)` is the way in; `validate(text)` refuses what Label Studio refuses, `problems(text)` explains.
"""

from labelwright.labelconfig.compare import Comparison, Summary, compare
from labelwright.labelconfig.config import Config, problems, validate
from labelwright.labelconfig.describe import Control, ObjectTag
from labelwright.labelconfig.problems import ConfigError, Problem
from labelwright.labelconfig.sample import sample_task
from labelwright.labelconfig.tree import Element, Tree, parse

__all__ = [
    "Comparison",
    "Config",
    "ConfigError",
    "Control",
    "Element",
    "ObjectTag",
    "Problem",
    "Summary",
    "Tree",
    "compare",
    "parse",
    "problems",
    "sample_task",
    "validate",
]
