"""Results: regions, answers and relations behind the `result` list of annotations, drafts and predictions. Pure."""

from labelwright.results.decode import decode
from labelwright.results.distribution import Distribution, distributions
from labelwright.results.encode import encode
from labelwright.results.records import Answer, Decoded, Extra, Region, Relation, ResultProblem
from labelwright.results.sample import sample_results
from labelwright.results.shorthand import from_shorthand, preannotated_from_fields
from labelwright.results.summary import ResultSummary, label_counts, result_count, summarise
from labelwright.results.validate import validate_prediction, validate_result

__all__ = [
    "Answer",
    "Decoded",
    "Distribution",
    "Extra",
    "Region",
    "Relation",
    "ResultProblem",
    "ResultSummary",
    "decode",
    "distributions",
    "encode",
    "from_shorthand",
    "label_counts",
    "preannotated_from_fields",
    "result_count",
    "sample_results",
    "summarise",
    "validate_prediction",
    "validate_result",
]
