"""Benchmarks: figures of this checkout on this machine, with how they were measured.

    make bench                                  # all
    make bench ARGS="startup annotate"          # some
    make bench ARGS="--tasks 50000 transfer"
    make bench ARGS="editor --label-studio /path/to/bin/label-studio"
    make bench ARGS="import-large --megabytes 1000"
    make bench ARGS="lists --kept /tmp/million"
    make bench ARGS="list-page --kept /tmp/million"
    make bench ARGS="compare --label-studio /path/to/label-studio"

Wall times on a busy machine say little; every part prints a calibration (milliseconds of a fixed piece of Python) so
that two runs can be judged. Compare with another server only by runs taken in turn on the same machine.
"""
