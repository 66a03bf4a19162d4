"""Labels that people add to a project while they work, as in a Taxonomy with `apiUrl` or `allowCustom`: Label Studio's labels API."""
