"""What leaves the reviewer's desk: the one gate in front of it, and the exports behind the gate.

`gate.pass_through` decides what may be published and says what is held and why; nothing else lets a claim out.
"""
