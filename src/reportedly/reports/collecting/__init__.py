"""Reports that come in by themselves: sources are asked, politely, again and again; what is new or changed comes out.

``sources`` reads SOURCES.toml, ``client`` asks (robots.txt, one request a host at a time, back-off), ``visit`` asks one
source, ``rounds`` all of them. Nothing here knows the ledger: what comes out is put on record by the caller.
"""
