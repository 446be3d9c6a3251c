"""Languages that are not read: what tells them from ours in a headline."""

ELSEWHERE = frozenset(
    "der das und ist ein eine bei auf nach mit dem von für im le les une un du des dans sur et est en una por "
    "del y se il lo gli nel di da che e o os um uma na em ao för och ett på av det te de het een op w z się po "
    "że ja ei bir ve için au cu și din pe ku ya wa katika russe contre dopo од ќе че са със беше бяха је су "
    "није гэта ў".split()
)
"""Short words of languages that we do not read, and that are no words of ours."""
