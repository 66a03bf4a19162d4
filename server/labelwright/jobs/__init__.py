"""Durable jobs: work that outlives the request, and the process, that began it.

A feature declares a `Kind` in its `jobs.py` and enqueues it in a transaction of its own; the job exists if and only if that is committed. `run` is a
generator of `Step`s. What a step writes, where the job stands (`cursor`) and how far it is are committed together, under a lease that only one process
has. Whoever dies in the middle loses the step, and another process continues behind the last one.
"""

from labelwright.jobs.kinds import Kind, Lane, Later, Step, Steps, Work

__all__ = ["Kind", "Lane", "Later", "Step", "Steps", "Work"]
