copy bench.copied from stdin (format binary)
