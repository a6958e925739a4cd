SELECT reason FROM ops.legal_holds WHERE story = $1
