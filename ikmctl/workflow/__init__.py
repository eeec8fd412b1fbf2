"""One module per use case. Each reads files, calls pure code and answers a Result; none prints or writes."""
