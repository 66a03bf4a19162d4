"""One file a command: `HELP`, optionally `arguments(parser)`, and `run(settings, args)`. The file's name is the command's.

Found by name, imported only when called, so that no command pays for another.
"""
