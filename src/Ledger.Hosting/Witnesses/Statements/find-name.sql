select name from ops.witness_identity
