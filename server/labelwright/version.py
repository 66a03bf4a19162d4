"""The one place that states the version."""

__version__ = "0.1.0"

# What `/api/version` and the error envelope report: clients of Label Studio compare it.
COMPATIBLE_WITH = "1.23.2"
