"""git: read files at a revision, attributes, hooks. The only room that starts the git program."""
