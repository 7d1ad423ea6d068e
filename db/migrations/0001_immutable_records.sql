-- What was published never changes, and the log is append only: SQLite itself refuses.
CREATE TRIGGER `snapshot_no_update` BEFORE UPDATE ON `snapshot` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `snapshot_no_delete` BEFORE DELETE ON `snapshot` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `rank_entry_no_update` BEFORE UPDATE ON `rank_entry` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `rank_entry_no_delete` BEFORE DELETE ON `rank_entry` BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_update` BEFORE UPDATE ON `target_change` BEGIN SELECT RAISE(ABORT, 'the log of target changes is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_delete` BEFORE DELETE ON `target_change` BEGIN SELECT RAISE(ABORT, 'the log of target changes is append only'); END;
