BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE annotation_history (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	annotation_id INTEGER NOT NULL, 
	action VARCHAR(100), 
	created_by_id INTEGER, 
	created_at DATETIME NOT NULL, 
	lead_time FLOAT, 
	was_cancelled BOOLEAN NOT NULL, 
	result TEXT, 
	CONSTRAINT fk_annotation_history_annotation_id_annotations FOREIGN KEY(annotation_id) REFERENCES annotations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_annotation_history_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL
);
INSERT INTO "annotation_history" VALUES(1,1,'submitted',1,'2026-11-23 13:20:39.275737',1.5,0,'[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]');
CREATE TABLE annotations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	completed_by_id INTEGER, 
	updated_by_id INTEGER, 
	tally TEXT, 
	result TEXT, 
	result_count INTEGER DEFAULT '0' NOT NULL, 
	was_cancelled BOOLEAN DEFAULT '0' NOT NULL, 
	ground_truth BOOLEAN DEFAULT '0' NOT NULL, 
	lead_time FLOAT, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	draft_created_at DATETIME, 
	unique_id VARCHAR(36), 
	import_id INTEGER, 
	parent_prediction_id INTEGER, 
	parent_annotation_id INTEGER, 
	prediction TEXT, 
	last_action VARCHAR(100), 
	bulk_created BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT fk_annotations_completed_by_id_users FOREIGN KEY(completed_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT fk_annotations_parent_annotation_id_annotations FOREIGN KEY(parent_annotation_id) REFERENCES annotations (id) ON DELETE SET NULL, 
	CONSTRAINT fk_annotations_parent_prediction_id_predictions FOREIGN KEY(parent_prediction_id) REFERENCES predictions (id) ON DELETE SET NULL, 
	CONSTRAINT fk_annotations_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_annotations_task_id_tasks FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE CASCADE, 
	CONSTRAINT fk_annotations_updated_by_id_users FOREIGN KEY(updated_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT uq_annotations_unique_id UNIQUE (unique_id)
);
INSERT INTO "annotations" VALUES(1,1,1,1,1,'{"keys":{"label|text|labels":1},"labels":{"label":{"Person":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}}]',1,0,0,1.5,'2026-11-23 13:20:39.275737','2026-11-23 13:20:39.349817',NULL,NULL,NULL,NULL,NULL,'{"id":1,"model_version":"v1","score":0.0,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}','updated',0);
INSERT INTO "annotations" VALUES(2,2,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,2.5,'2026-11-23 13:20:39.287507','2026-11-23 13:20:39.287507',NULL,NULL,NULL,NULL,NULL,'{"id":2,"model_version":"v1","score":0.125,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}','submitted',0);
INSERT INTO "annotations" VALUES(3,3,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,3.5,'2026-11-23 13:20:39.290746','2026-11-23 13:20:39.290746',NULL,NULL,NULL,NULL,NULL,'{"id":3,"model_version":"v1","score":0.25,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}','submitted',0);
INSERT INTO "annotations" VALUES(4,4,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,4.5,'2026-11-23 13:20:39.294013','2026-11-23 13:20:39.294013',NULL,NULL,NULL,NULL,NULL,'{"id":4,"model_version":"v1","score":0.375,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}','submitted',0);
INSERT INTO "annotations" VALUES(5,1,1,2,2,'{"keys":{"mood|text|choices":1},"labels":{"mood":{"Good":1}}}','[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',1,0,1,NULL,'2026-11-23 13:20:39.300040','2026-11-23 13:20:39.300040',NULL,NULL,NULL,NULL,NULL,'{"id":1,"model_version":"v1","score":0.0,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}','submitted',0);
INSERT INTO "annotations" VALUES(6,2,1,2,2,'{"keys":{},"labels":{}}','[]',0,1,0,NULL,'2026-11-23 13:20:39.303934','2026-11-23 13:20:39.303934',NULL,NULL,NULL,NULL,NULL,'{"id":2,"model_version":"v1","score":0.125,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}','skipped',0);
CREATE TABLE changed_blocks (
	project_id INTEGER NOT NULL, 
	block INTEGER NOT NULL
);
CREATE TABLE comments (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	annotation_id INTEGER, 
	draft_id INTEGER, 
	text TEXT NOT NULL, 
	region_ref TEXT, 
	classifications TEXT, 
	is_resolved BOOLEAN DEFAULT '0' NOT NULL, 
	resolved_at DATETIME, 
	created_by_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_comments_annotation_id_annotations FOREIGN KEY(annotation_id) REFERENCES annotations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_comments_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT fk_comments_draft_id_drafts FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_comments_task_id_tasks FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
INSERT INTO "comments" VALUES(1,1,1,NULL,'Is “Ada” a person?',NULL,NULL,0,NULL,1,'2026-11-23 13:20:39.356617','2026-11-23 13:20:39.356617');
CREATE TABLE counted_blocks (
	project_id INTEGER NOT NULL, 
	block INTEGER NOT NULL, 
	task_number INTEGER NOT NULL, 
	finished_task_number INTEGER NOT NULL, 
	total_annotations_number BIGINT NOT NULL, 
	total_predictions_number BIGINT NOT NULL, 
	num_tasks_with_annotations INTEGER NOT NULL, 
	skipped_annotations_number BIGINT NOT NULL, 
	ground_truth_number BIGINT NOT NULL, 
	useful_ground_truth_number BIGINT NOT NULL, 
	CONSTRAINT pk_counted_blocks PRIMARY KEY (project_id, block)
);
INSERT INTO "counted_blocks" VALUES(1,0,38,1,5,8,4,1,1,1);
CREATE TABLE counted_people (
	project_id INTEGER NOT NULL, 
	block INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	tasks_seen INTEGER NOT NULL, 
	tasks_finished INTEGER NOT NULL, 
	tasks_skipped INTEGER NOT NULL, 
	CONSTRAINT pk_counted_people PRIMARY KEY (project_id, user_id, block)
);
INSERT INTO "counted_people" VALUES(1,0,1,4,1,0);
INSERT INTO "counted_people" VALUES(1,0,2,2,1,1);
CREATE TABLE drafts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	annotation_id INTEGER, 
	user_id INTEGER NOT NULL, 
	result TEXT NOT NULL, 
	lead_time FLOAT, 
	was_postponed BOOLEAN DEFAULT '0' NOT NULL, 
	import_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_drafts_annotation_id_annotations FOREIGN KEY(annotation_id) REFERENCES annotations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_drafts_task_id_tasks FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE CASCADE, 
	CONSTRAINT fk_drafts_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO "drafts" VALUES(1,6,NULL,1,'[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}}]',3.25,0,NULL,'2026-11-23 13:20:39.307257','2026-11-23 13:20:39.307257');
CREATE TABLE file_uploads (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project_id INTEGER NOT NULL, 
	user_id INTEGER, 
	file TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_file_uploads_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_file_uploads_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT uq_file_uploads_file UNIQUE (file)
);
INSERT INTO "file_uploads" VALUES(1,1,1,'upload/1/4f2b9d51-more.json',680,'2026-11-23 13:20:39.457722');
CREATE TABLE hidden_tasks (
	project_id INTEGER NOT NULL, 
	job_id INTEGER NOT NULL, 
	first_id INTEGER NOT NULL, 
	last_id INTEGER NOT NULL, 
	CONSTRAINT pk_hidden_tasks PRIMARY KEY (project_id), 
	CONSTRAINT fk_hidden_tasks_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id), 
	CONSTRAINT fk_hidden_tasks_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE
);
CREATE TABLE jobs (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organization_id INTEGER NOT NULL, 
	project_id INTEGER, 
	created_by_id INTEGER, 
	kind VARCHAR(40) NOT NULL, 
	lane VARCHAR(10) NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	ending VARCHAR(10), 
	attached BOOLEAN DEFAULT '0' NOT NULL, 
	arguments TEXT NOT NULL, 
	cursor TEXT, 
	phase VARCHAR(20) DEFAULT '' NOT NULL, 
	done BIGINT DEFAULT '0' NOT NULL, 
	total BIGINT, 
	result TEXT, 
	error TEXT, 
	attempts INTEGER DEFAULT '0' NOT NULL, 
	run_at DATETIME NOT NULL, 
	lease INTEGER DEFAULT '0' NOT NULL, 
	lease_until DATETIME, 
	created_at DATETIME NOT NULL, 
	started_at DATETIME, 
	finished_at DATETIME, 
	CONSTRAINT fk_jobs_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_jobs_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_jobs_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL
);
INSERT INTO "jobs" VALUES(1,1,1,1,'import','heavy','more.json','completed',NULL,0,'{"user":1,"file_upload_ids":[1],"files_as_tasks_list":true}','{"ids":[[9,38]],"inner":8,"at":"2026-11-23T13:20:39.481794Z","result":{"task_count":30,"annotation_count":0,"prediction_count":0,"file_upload_ids":[1]},"columns":{"text":30},"model_version":null,"recorded":[],"replace":true,"written":30,"closing":true,"visible":true}','finishing',30,30,'{"task_count":30,"annotation_count":0,"prediction_count":0,"file_upload_ids":[1]}',NULL,1,'2026-11-23 13:20:39.462755',1,NULL,'2026-11-23 13:20:39.462755','2026-11-23 13:20:39.467017','2026-11-23 13:20:39.492676');
CREATE TABLE label_links (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project_id INTEGER NOT NULL, 
	label_id INTEGER NOT NULL, 
	from_name VARCHAR(2048) NOT NULL, 
	CONSTRAINT fk_label_links_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_label_links_label_id_labels FOREIGN KEY(label_id) REFERENCES labels (id) ON DELETE CASCADE, 
	CONSTRAINT uq_label_links_project_id_label_id_from_name UNIQUE (project_id, label_id, from_name)
);
INSERT INTO "label_links" VALUES(1,1,1,'mood');
CREATE TABLE labels (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organization_id INTEGER NOT NULL, 
	title VARCHAR(2048) NOT NULL, 
	value TEXT NOT NULL, 
	description TEXT, 
	created_by_id INTEGER, 
	approved_by_id INTEGER, 
	approved BOOLEAN DEFAULT '0' NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_labels_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_labels_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT fk_labels_approved_by_id_users FOREIGN KEY(approved_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT uq_labels_organization_id_title UNIQUE (organization_id, title)
);
INSERT INTO "labels" VALUES(1,1,'So so','["So so"]',NULL,1,NULL,0,'2026-11-23 13:20:39.363675','2026-11-23 13:20:39.363675');
CREATE TABLE memberships (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organization_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	role VARCHAR(20) DEFAULT 'annotator' NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_memberships_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_memberships_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE, 
	CONSTRAINT uq_memberships_organization_id_user_id UNIQUE (organization_id, user_id)
);
INSERT INTO "memberships" VALUES(1,1,1,'owner','2026-11-23 13:20:39.155374','2026-11-23 13:20:39.155374',NULL);
INSERT INTO "memberships" VALUES(2,1,2,'annotator','2026-11-23 13:20:39.232707','2026-11-23 13:20:39.232707',NULL);
CREATE TABLE organizations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title VARCHAR(1000) NOT NULL, 
	token VARCHAR(256) NOT NULL, 
	contact_info TEXT, 
	created_by_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	api_tokens_enabled BOOLEAN DEFAULT '1' NOT NULL, 
	legacy_api_tokens_enabled BOOLEAN DEFAULT '1' NOT NULL, 
	roles_enabled BOOLEAN DEFAULT '0' NOT NULL, max_session_age INTEGER, max_time_between_activity INTEGER, 
	CONSTRAINT fk_organizations_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT uq_organizations_token UNIQUE (token)
);
INSERT INTO "organizations" VALUES(1,'Harbour office','039c64b51e45b584c6ef71b611bf9952283caf26',NULL,1,'2026-11-23 13:20:39.142870','2026-11-23 13:20:39.142870',1,1,0,NULL,NULL);
CREATE TABLE predictions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	result TEXT NOT NULL, 
	score FLOAT, 
	model_version TEXT DEFAULT '' NOT NULL, 
	cluster INTEGER, 
	neighbors TEXT, 
	mislabeling FLOAT DEFAULT '0' NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_predictions_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_predictions_task_id_tasks FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
INSERT INTO "predictions" VALUES(1,1,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.0,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(2,2,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.125,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(3,3,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.25,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(4,4,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.375,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(5,5,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.5,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(6,6,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.625,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(7,7,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.75,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
INSERT INTO "predictions" VALUES(8,8,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.875,'v1',NULL,NULL,0.0,'2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806');
CREATE TABLE project_summaries (
	project_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	all_data_columns TEXT NOT NULL, 
	CONSTRAINT pk_project_summaries PRIMARY KEY (project_id), 
	CONSTRAINT fk_project_summaries_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE
);
INSERT INTO "project_summaries" VALUES(1,'2026-11-23 13:20:39.244494','{"text":38}');
INSERT INTO "project_summaries" VALUES(2,'2026-11-23 13:20:39.332573','{}');
CREATE TABLE projects (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organization_id INTEGER NOT NULL, 
	created_by_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	title VARCHAR(50) DEFAULT '' NOT NULL, 
	description TEXT DEFAULT '' NOT NULL, 
	label_config TEXT NOT NULL, 
	control_weights TEXT, 
	expert_instruction TEXT DEFAULT '' NOT NULL, 
	show_instruction BOOLEAN DEFAULT '0' NOT NULL, 
	show_skip_button BOOLEAN DEFAULT '1' NOT NULL, 
	enable_empty_annotation BOOLEAN DEFAULT '1' NOT NULL, 
	show_annotation_history BOOLEAN DEFAULT '0' NOT NULL, 
	reveal_preannotations_interactively BOOLEAN DEFAULT '0' NOT NULL, 
	show_collab_predictions BOOLEAN DEFAULT '1' NOT NULL, 
	evaluate_predictions_automatically BOOLEAN DEFAULT '0' NOT NULL, 
	is_published BOOLEAN DEFAULT '0' NOT NULL, 
	is_draft BOOLEAN DEFAULT '0' NOT NULL, 
	show_overlap_first BOOLEAN DEFAULT '0' NOT NULL, 
	show_ground_truth_first BOOLEAN DEFAULT '0' NOT NULL, 
	annotator_evaluation_enabled BOOLEAN DEFAULT '0' NOT NULL, 
	color VARCHAR(16) DEFAULT '#FFFFFF' NOT NULL, 
	maximum_annotations INTEGER DEFAULT '1' NOT NULL, 
	overlap_cohort_percentage INTEGER DEFAULT '100' NOT NULL, 
	min_annotations_to_start_training INTEGER DEFAULT '0' NOT NULL, 
	sampling VARCHAR(100) DEFAULT 'Sequential sampling' NOT NULL, 
	skip_queue VARCHAR(100) DEFAULT 'REQUEUE_FOR_OTHERS' NOT NULL, 
	model_version TEXT DEFAULT '' NOT NULL, 
	task_data_login VARCHAR(256), 
	task_data_password TEXT, 
	pinned_at DATETIME, 
	last_inner_id INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT fk_projects_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT fk_projects_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id) ON DELETE CASCADE
);
INSERT INTO "projects" VALUES(1,1,1,'2026-11-23 13:20:39.244494','2026-11-23 13:20:39.244494','Letters 手紙','','<View><Text name="text" value="$text"/><Labels name="label" toName="text"><Label value="Person"/></Labels>
<Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices></View>','{"label":{"overall":1.0,"type":"Labels","labels":{"Person":1.0}},"mood":{"overall":1.0,"type":"Choices","labels":{"Good":1.0,"Bad":1.0}}}','',0,1,1,0,0,1,0,0,0,0,0,0,'#FFFFFF',2,100,0,'Sequential sampling','REQUEUE_FOR_OTHERS','v1',NULL,NULL,NULL,38);
INSERT INTO "projects" VALUES(2,1,1,'2026-11-23 13:20:39.332573','2026-11-23 13:20:39.332573','Empty','','<View></View>','{}','',0,1,1,0,0,1,0,0,0,0,0,0,'#FFFFFF',1,100,0,'Sequential sampling','REQUEUE_FOR_OTHERS','',NULL,NULL,NULL,0);
CREATE TABLE refresh_tokens (
	jti VARCHAR(64) NOT NULL, 
	user_id INTEGER NOT NULL, 
	unsigned TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	revoked INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_refresh_tokens PRIMARY KEY (jti), 
	CONSTRAINT fk_refresh_tokens_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE sessions (
	digest VARCHAR(64) NOT NULL, 
	user_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_activity DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (digest), 
	CONSTRAINT fk_sessions_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE stream_history (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	task_id INTEGER NOT NULL, 
	annotation_id INTEGER, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT fk_stream_history_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_stream_history_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE, 
	CONSTRAINT uq_stream_history_project_id_user_id_task_id UNIQUE (project_id, user_id, task_id)
);
INSERT INTO "stream_history" VALUES(1,1,1,1,1,'2026-11-23 13:20:39.275737');
INSERT INTO "stream_history" VALUES(2,1,1,2,2,'2026-11-23 13:20:39.287507');
INSERT INTO "stream_history" VALUES(3,1,1,3,3,'2026-11-23 13:20:39.290746');
INSERT INTO "stream_history" VALUES(4,1,1,4,4,'2026-11-23 13:20:39.294013');
INSERT INTO "stream_history" VALUES(5,1,2,1,5,'2026-11-23 13:20:39.300040');
INSERT INTO "stream_history" VALUES(6,1,2,2,6,'2026-11-23 13:20:39.303934');
INSERT INTO "stream_history" VALUES(7,1,2,4,NULL,'2026-11-23 13:20:39.315781');
CREATE TABLE task_indexes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project_id INTEGER NOT NULL, 
	column_id TEXT NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	expression TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	ready_at DATETIME, 
	size BIGINT, 
	seconds FLOAT, 
	filled_to INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT fk_task_indexes_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT uq_task_indexes_project_id_column_id_kind UNIQUE (project_id, column_id, kind)
);
CREATE TABLE task_locks (
	task_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	unique_id VARCHAR(36) NOT NULL, 
	expire_at DATETIME NOT NULL, 
	prefetched BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_task_locks PRIMARY KEY (task_id, user_id), 
	CONSTRAINT fk_task_locks_task_id_tasks FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE CASCADE, 
	CONSTRAINT fk_task_locks_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO "task_locks" VALUES(4,2,'66c3e5e9-6805-4e8f-a3e4-77f6751016a9','2026-11-24 13:20:39.315781',0);
CREATE TABLE tasks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project_id INTEGER NOT NULL, 
	inner_id INTEGER NOT NULL, 
	data TEXT NOT NULL, 
	meta TEXT, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	updated_by_id INTEGER, 
	file_upload_id INTEGER, 
	overlap INTEGER DEFAULT '1' NOT NULL, 
	allow_skip BOOLEAN DEFAULT '1' NOT NULL, 
	is_labeled BOOLEAN DEFAULT '0' NOT NULL, 
	completed_at DATETIME, 
	total_annotations INTEGER DEFAULT '0' NOT NULL, 
	cancelled_annotations INTEGER DEFAULT '0' NOT NULL, 
	total_predictions INTEGER DEFAULT '0' NOT NULL, 
	comment_count INTEGER DEFAULT '0' NOT NULL, 
	unresolved_comment_count INTEGER DEFAULT '0' NOT NULL, 
	last_comment_updated_at DATETIME, 
	CONSTRAINT fk_tasks_file_upload_id_file_uploads FOREIGN KEY(file_upload_id) REFERENCES file_uploads (id) ON DELETE SET NULL, 
	CONSTRAINT fk_tasks_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_tasks_updated_by_id_users FOREIGN KEY(updated_by_id) REFERENCES users (id) ON DELETE SET NULL
);
INSERT INTO "tasks" VALUES(1,1,1,'{"text":"Ada writes letter 0: “déjà vu”"}','{"page":0}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.349817',1,NULL,2,1,1,'2026-11-23 13:20:39.300040',2,0,1,1,1,'2026-11-23 13:20:39.356617');
INSERT INTO "tasks" VALUES(2,1,2,'{"text":"Ada writes letter 1: “déjà vu”"}','{"page":1}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.303934',2,NULL,2,1,0,NULL,1,1,1,0,0,NULL);
INSERT INTO "tasks" VALUES(3,1,3,'{"text":"Ada writes letter 2: “déjà vu”"}','{"page":2}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.290746',1,NULL,2,1,0,NULL,1,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(4,1,4,'{"text":"Ada writes letter 3: “déjà vu”"}','{"page":3}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.294013',1,NULL,2,1,0,NULL,1,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(5,1,5,'{"text":"Ada writes letter 4: “déjà vu”"}','{"page":4}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(6,1,6,'{"text":"Ada writes letter 5: “déjà vu”"}','{"page":5}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(7,1,7,'{"text":"Ada writes letter 6: “déjà vu”"}','{"page":6}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(8,1,8,'{"text":"Ada writes letter 7: “déjà vu”"}','{"page":7}','2026-11-23 13:20:39.267806','2026-11-23 13:20:39.267806',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(9,1,9,'{"text":"Letter 0"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(10,1,10,'{"text":"Letter 1"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(11,1,11,'{"text":"Letter 2"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(12,1,12,'{"text":"Letter 3"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(13,1,13,'{"text":"Letter 4"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(14,1,14,'{"text":"Letter 5"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(15,1,15,'{"text":"Letter 6"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(16,1,16,'{"text":"Letter 7"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(17,1,17,'{"text":"Letter 8"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(18,1,18,'{"text":"Letter 9"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(19,1,19,'{"text":"Letter 10"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(20,1,20,'{"text":"Letter 11"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(21,1,21,'{"text":"Letter 12"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(22,1,22,'{"text":"Letter 13"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(23,1,23,'{"text":"Letter 14"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(24,1,24,'{"text":"Letter 15"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(25,1,25,'{"text":"Letter 16"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(26,1,26,'{"text":"Letter 17"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(27,1,27,'{"text":"Letter 18"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(28,1,28,'{"text":"Letter 19"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(29,1,29,'{"text":"Letter 20"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(30,1,30,'{"text":"Letter 21"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(31,1,31,'{"text":"Letter 22"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(32,1,32,'{"text":"Letter 23"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(33,1,33,'{"text":"Letter 24"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(34,1,34,'{"text":"Letter 25"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(35,1,35,'{"text":"Letter 26"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(36,1,36,'{"text":"Letter 27"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(37,1,37,'{"text":"Letter 28"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
INSERT INTO "tasks" VALUES(38,1,38,'{"text":"Letter 29"}',NULL,'2026-11-23 13:20:39.481794','2026-11-23 13:20:39.481794',1,1,2,1,0,NULL,0,0,0,0,0,NULL);
CREATE TABLE users (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	email VARCHAR(254) NOT NULL, 
	username VARCHAR(254) NOT NULL, 
	first_name VARCHAR(256) DEFAULT '' NOT NULL, 
	last_name VARCHAR(256) DEFAULT '' NOT NULL, 
	phone VARCHAR(256) DEFAULT '' NOT NULL, 
	password TEXT DEFAULT '' NOT NULL, 
	avatar TEXT DEFAULT '' NOT NULL, 
	is_superuser BOOLEAN DEFAULT '0' NOT NULL, 
	active_organization_id INTEGER, 
	allow_newsletters BOOLEAN, 
	custom_hotkeys TEXT, 
	date_joined DATETIME NOT NULL, 
	last_activity DATETIME NOT NULL, 
	token_digest VARCHAR(64), 
	token_encrypted TEXT, 
	CONSTRAINT uq_users_token_digest UNIQUE (token_digest)
);
INSERT INTO "users" VALUES(1,'user-d3bfff2581c3@example.org','user-d3bfff2581c3','','','','$argon2id$v=19$m=65536,t=3,p=4$aDdX9qYXFZ3NOkBlsLLqZg$YxIjqkN8y4vr5AdX7H0GDwgl8earoUAhDTFcvmztxDU','',0,1,NULL,NULL,'2026-11-23 13:20:39.138586','2026-11-23 13:20:39.138586','41516d288a4eda35286cfde5a5efb7c3cc23f50dfdaf110661986619aa627d40','gAAAAABrBD2n1QFgqXptspBQi1RuSS6iLnDujzNTp3qo7z0vqdMYBE64ARMfl0C0jyjCGaA_5CeKdpm2eCHkH7ALRhiHxTcshgrMUrSj9ibS0kZc3Zftz2YUva69ptuWOS13RID721xj');
INSERT INTO "users" VALUES(2,'user-fff0a46c0735@example.org','user-fff0a46c0735','','','','$argon2id$v=19$m=65536,t=3,p=4$aDdX9qYXFZ3NOkBlsLLqZg$YxIjqkN8y4vr5AdX7H0GDwgl8earoUAhDTFcvmztxDU','',0,1,NULL,NULL,'2026-11-23 13:20:39.231946','2026-11-23 13:20:39.231946','d85561d921ef293a70214a315acd90b6f68dacfc9f2d48891b73f4b32bd0ace3','gAAAAABrBD2n2p6gZ31SypthT9eOaUs1nqR_LMbhD2QdZAN99pXxChchCk0hwb3FvDY3juGA8K-SJSlam1XSLF5xhlI9x8sdXDO1JAZ9okSNuuzhmUVKMwT7QgLiN1uxDX5n2ahzJuTk');
CREATE TABLE views (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project_id INTEGER NOT NULL, 
	user_id INTEGER, 
	data TEXT NOT NULL, 
	"order" FLOAT DEFAULT '0' NOT NULL, 
	CONSTRAINT fk_views_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_views_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL
);
INSERT INTO "views" VALUES(1,1,1,'{"title":"Late","filters":{"conjunction":"and","items":[{"filter":"filter:tasks:id","operator":"greater","type":"Number","value":1}]}}',0.0);
CREATE TABLE webhook_deliveries (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	webhook_id INTEGER NOT NULL, 
	action VARCHAR(40) NOT NULL, 
	project_id INTEGER NOT NULL, 
	ids TEXT NOT NULL, 
	body TEXT, 
	state VARCHAR(10) NOT NULL, 
	attempts INTEGER DEFAULT '0' NOT NULL, 
	status INTEGER, 
	milliseconds INTEGER, 
	answer TEXT, 
	error TEXT, 
	created_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	CONSTRAINT fk_webhook_deliveries_webhook_id_webhooks FOREIGN KEY(webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE
);
CREATE TABLE webhooks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organization_id INTEGER NOT NULL, 
	project_id INTEGER, 
	url TEXT NOT NULL, 
	send_payload BOOLEAN DEFAULT '1' NOT NULL, 
	send_for_all_actions BOOLEAN DEFAULT '1' NOT NULL, 
	headers TEXT NOT NULL, 
	is_active BOOLEAN DEFAULT '1' NOT NULL, 
	actions TEXT NOT NULL, 
	secret TEXT, 
	paused_until DATETIME, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_webhooks_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id) ON DELETE CASCADE, 
	CONSTRAINT fk_webhooks_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE
);
INSERT INTO "webhooks" VALUES(1,1,1,'https://example.org/heard',1,1,'{"X-From":"here"}',0,'[]',NULL,NULL,'2026-11-23 13:20:39.376255','2026-11-23 13:20:39.376255');
CREATE UNIQUE INDEX uq_users_email_lower ON users (lower(email));
CREATE INDEX ix_refresh_tokens_user_id ON refresh_tokens (user_id);
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_memberships_user_id ON memberships (user_id);
CREATE INDEX ix_projects_organization_id ON projects (organization_id);
CREATE INDEX ix_file_uploads_project_id ON file_uploads (project_id);
CREATE INDEX ix_stream_history_person ON stream_history (project_id, user_id, id);
CREATE INDEX ix_views_project_id ON views (project_id);
CREATE INDEX ix_tasks_file_upload_id ON tasks (file_upload_id);
CREATE INDEX ix_tasks_project_id_id ON tasks (project_id, id);
CREATE INDEX ix_tasks_progress ON tasks (project_id, is_labeled, id, total_annotations, cancelled_annotations, total_predictions);
CREATE INDEX ix_tasks_shared ON tasks (project_id, is_labeled, id) WHERE is_labeled IS 0 AND overlap > 1;
CREATE INDEX ix_tasks_begun ON tasks (project_id, is_labeled, total_annotations, id) WHERE is_labeled IS 0 AND total_annotations > 0;
CREATE INDEX ix_predictions_clustered ON predictions (project_id, model_version, cluster) WHERE cluster IS NOT NULL;
CREATE INDEX ix_predictions_task_id ON predictions (task_id);
CREATE INDEX ix_task_locks_user_id ON task_locks (user_id);
CREATE INDEX ix_annotations_parent_annotation_id ON annotations (parent_annotation_id);
CREATE INDEX ix_annotations_parent_prediction_id ON annotations (parent_prediction_id);
CREATE INDEX ix_annotations_of_person ON annotations (project_id, completed_by_id, task_id, was_cancelled);
CREATE INDEX ix_annotations_task_id_completed_by_id ON annotations (task_id, completed_by_id);
CREATE INDEX ix_drafts_annotation_id ON drafts (annotation_id);
CREATE INDEX ix_drafts_task_id_user_id ON drafts (task_id, user_id);
CREATE INDEX ix_annotation_history_annotation_id ON annotation_history (annotation_id);
CREATE INDEX ix_comments_annotation_id ON comments (annotation_id);
CREATE INDEX ix_comments_draft_id ON comments (draft_id);
CREATE INDEX ix_comments_task_id ON comments (task_id);
CREATE INDEX ix_label_links_label_id ON label_links (label_id);
CREATE INDEX ix_jobs_open ON jobs (lane, run_at) WHERE finished_at IS NULL;
CREATE INDEX ix_jobs_organization_id_id ON jobs (organization_id, id);
CREATE INDEX ix_jobs_project_id ON jobs (project_id);
CREATE INDEX ix_hidden_tasks_job_id ON hidden_tasks (job_id);
CREATE INDEX ix_predictions_project_id_model_version ON predictions (project_id, model_version, score, task_id);
CREATE INDEX ix_annotations_ground_truth ON annotations (project_id, task_id) WHERE ground_truth IS 1;
CREATE INDEX ix_webhooks_organization_id_project_id ON webhooks (organization_id, project_id);
CREATE INDEX ix_webhooks_project_id ON webhooks (project_id);
CREATE INDEX ix_webhook_deliveries_webhook_id_id ON webhook_deliveries (webhook_id, id);
CREATE INDEX ix_changed_blocks_project_id_block ON changed_blocks (project_id, block);
CREATE INDEX ix_counted_people_project_id_block ON counted_people (project_id, block);
CREATE TRIGGER tasks_added_to_block AFTER INSERT ON tasks
            WHEN NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = NEW.project_id AND block = NEW.id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (NEW.project_id, NEW.id >> 10); END;
CREATE TRIGGER tasks_removed_from_block AFTER DELETE ON tasks
            WHEN NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = OLD.project_id AND block = OLD.id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (OLD.project_id, OLD.id >> 10); END;
CREATE TRIGGER tasks_changed_in_block AFTER UPDATE OF id, project_id, is_labeled, total_annotations, cancelled_annotations, total_predictions ON tasks
            WHEN (OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id OR OLD.is_labeled IS NOT NEW.is_labeled OR OLD.total_annotations IS NOT NEW.total_annotations OR OLD.cancelled_annotations IS NOT NEW.cancelled_annotations OR OLD.total_predictions IS NOT NEW.total_predictions) AND NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = NEW.project_id AND block = NEW.id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (NEW.project_id, NEW.id >> 10); END;
CREATE TRIGGER tasks_moved_from_block AFTER UPDATE OF project_id, id ON tasks
            WHEN (OLD.project_id <> NEW.project_id OR OLD.id <> NEW.id) AND NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = OLD.project_id AND block = OLD.id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (OLD.project_id, OLD.id >> 10); END;
CREATE TRIGGER annotations_added_to_block AFTER INSERT ON annotations
            WHEN NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = NEW.project_id AND block = NEW.task_id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (NEW.project_id, NEW.task_id >> 10); END;
CREATE TRIGGER annotations_removed_from_block AFTER DELETE ON annotations
            WHEN NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = OLD.project_id AND block = OLD.task_id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (OLD.project_id, OLD.task_id >> 10); END;
CREATE TRIGGER annotations_changed_in_block AFTER UPDATE OF task_id, project_id, completed_by_id, was_cancelled, ground_truth ON annotations
            WHEN (OLD.task_id IS NOT NEW.task_id OR OLD.project_id IS NOT NEW.project_id OR OLD.completed_by_id IS NOT NEW.completed_by_id OR OLD.was_cancelled IS NOT NEW.was_cancelled OR OLD.ground_truth IS NOT NEW.ground_truth) AND NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = NEW.project_id AND block = NEW.task_id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (NEW.project_id, NEW.task_id >> 10); END;
CREATE TRIGGER annotations_moved_from_block AFTER UPDATE OF project_id, task_id ON annotations
            WHEN (OLD.project_id <> NEW.project_id OR OLD.task_id <> NEW.task_id) AND NOT EXISTS (SELECT 1 FROM changed_blocks WHERE project_id = OLD.project_id AND block = OLD.task_id >> 10)
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES (OLD.project_id, OLD.task_id >> 10); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('users',2);
INSERT INTO "sqlite_sequence" VALUES('organizations',1);
INSERT INTO "sqlite_sequence" VALUES('memberships',2);
INSERT INTO "sqlite_sequence" VALUES('projects',2);
INSERT INTO "sqlite_sequence" VALUES('tasks',38);
INSERT INTO "sqlite_sequence" VALUES('predictions',8);
INSERT INTO "sqlite_sequence" VALUES('annotations',6);
INSERT INTO "sqlite_sequence" VALUES('stream_history',7);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('views',1);
INSERT INTO "sqlite_sequence" VALUES('annotation_history',1);
INSERT INTO "sqlite_sequence" VALUES('comments',1);
INSERT INTO "sqlite_sequence" VALUES('labels',1);
INSERT INTO "sqlite_sequence" VALUES('label_links',1);
INSERT INTO "sqlite_sequence" VALUES('webhooks',1);
INSERT INTO "sqlite_sequence" VALUES('file_uploads',1);
INSERT INTO "sqlite_sequence" VALUES('jobs',1);
COMMIT;
