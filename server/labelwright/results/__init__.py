"""Results: regions, answers and relations behind the `result` list of annotations, drafts and predictions. Pure."""

from labelwright.results.decode import decode
from labelwright.results.encode import encode
from labelwright.results.records import Answer, Decoded, Extra, Region, Relation, ResultProblem

__all__ = ["Answer", "Decoded", "Extra", "Region", "Relation", "ResultProblem", "decode", "encode"]
