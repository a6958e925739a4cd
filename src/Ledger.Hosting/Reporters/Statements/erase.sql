DELETE FROM ops.report_contacts WHERE report = $1
