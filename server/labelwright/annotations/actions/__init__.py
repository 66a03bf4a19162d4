"""Actions of the Data Manager on annotations and predictions. One file each with an `ACTION`."""
