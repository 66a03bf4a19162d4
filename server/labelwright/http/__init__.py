"""What stands between ASGI and the features: requests, errors, headers, files, limits."""
