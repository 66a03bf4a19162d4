BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
INSERT INTO "annotations" VALUES(1,1,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,1.5,'2026-11-23 03:16:44.987118','2026-11-23 03:16:44.987118',NULL,NULL,NULL,NULL,NULL,'{"id":1,"model_version":"v1","score":0.0,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}',NULL,0);
INSERT INTO "annotations" VALUES(2,2,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,2.5,'2026-11-23 03:16:44.998308','2026-11-23 03:16:44.998308',NULL,NULL,NULL,NULL,NULL,'{"id":2,"model_version":"v1","score":0.125,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}',NULL,0);
INSERT INTO "annotations" VALUES(3,3,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,3.5,'2026-11-23 03:16:45.010135','2026-11-23 03:16:45.010135',NULL,NULL,NULL,NULL,NULL,'{"id":3,"model_version":"v1","score":0.25,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}',NULL,0);
INSERT INTO "annotations" VALUES(4,4,1,1,1,'{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}','[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',2,0,0,4.5,'2026-11-23 03:16:45.019722','2026-11-23 03:16:45.019722',NULL,NULL,NULL,NULL,NULL,'{"id":4,"model_version":"v1","score":0.375,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}',NULL,0);
INSERT INTO "annotations" VALUES(5,1,1,2,2,'{"keys":{"mood|text|choices":1},"labels":{"mood":{"Good":1}}}','[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',1,0,1,NULL,'2026-11-23 03:16:45.028176','2026-11-23 03:16:45.028176',NULL,NULL,NULL,NULL,NULL,'{"id":1,"model_version":"v1","score":0.0,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}',NULL,0);
INSERT INTO "annotations" VALUES(6,2,1,2,2,'{"keys":{},"labels":{}}','[]',0,1,0,NULL,'2026-11-23 03:16:45.038079','2026-11-23 03:16:45.038079',NULL,NULL,NULL,NULL,NULL,'{"id":2,"model_version":"v1","score":0.125,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}',NULL,0);
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
INSERT INTO "drafts" VALUES(1,6,NULL,1,'[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}}]',3.25,0,NULL,'2026-11-23 03:16:45.043121','2026-11-23 03:16:45.043121');
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
INSERT INTO "memberships" VALUES(1,1,1,'owner','2026-11-23 03:16:44.875337','2026-11-23 03:16:44.875337',NULL);
INSERT INTO "memberships" VALUES(2,1,2,'annotator','2026-11-23 03:16:44.924024','2026-11-23 03:16:44.924024',NULL);
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
	roles_enabled BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT fk_organizations_created_by_id_users FOREIGN KEY(created_by_id) REFERENCES users (id) ON DELETE SET NULL, 
	CONSTRAINT uq_organizations_token UNIQUE (token)
);
INSERT INTO "organizations" VALUES(1,'Harbour office','4c54adcd142514cac8b6e8f69896017f7dc75336',NULL,1,'2026-11-23 03:16:44.874403','2026-11-23 03:16:44.874403',1,1,0);
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
INSERT INTO "predictions" VALUES(1,1,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.0,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(2,2,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.125,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(3,3,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.25,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(4,4,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.375,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(5,5,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.5,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(6,6,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.625,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(7,7,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.75,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
INSERT INTO "predictions" VALUES(8,8,1,'[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]',0.875,'v1',NULL,NULL,0.0,'2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443');
CREATE TABLE project_summaries (
	project_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	all_data_columns TEXT NOT NULL, 
	CONSTRAINT pk_project_summaries PRIMARY KEY (project_id), 
	CONSTRAINT fk_project_summaries_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE
);
INSERT INTO "project_summaries" VALUES(1,'2026-11-23 03:16:44.959712','{"text":8}');
INSERT INTO "project_summaries" VALUES(2,'2026-11-23 03:16:45.074100','{}');
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
INSERT INTO "projects" VALUES(1,1,1,'2026-11-23 03:16:44.959712','2026-11-23 03:16:44.959712','Letters 手紙','','<View><Text name="text" value="$text"/><Labels name="label" toName="text"><Label value="Person"/></Labels>
<Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices></View>','{"label":{"overall":1.0,"type":"Labels","labels":{"Person":1.0}},"mood":{"overall":1.0,"type":"Choices","labels":{"Good":1.0,"Bad":1.0}}}','',0,1,1,0,0,1,0,0,0,0,0,0,'#FFFFFF',2,100,0,'Sequential sampling','REQUEUE_FOR_OTHERS','v1',NULL,NULL,NULL,8);
INSERT INTO "projects" VALUES(2,1,1,'2026-11-23 03:16:45.074100','2026-11-23 03:16:45.074100','Empty','','<View></View>','{}','',0,1,1,0,0,1,0,0,0,0,0,0,'#FFFFFF',1,100,0,'Sequential sampling','REQUEUE_FOR_OTHERS','',NULL,NULL,NULL,0);
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
INSERT INTO "stream_history" VALUES(1,1,1,1,1,'2026-11-23 03:16:44.987118');
INSERT INTO "stream_history" VALUES(2,1,1,2,2,'2026-11-23 03:16:44.998308');
INSERT INTO "stream_history" VALUES(3,1,1,3,3,'2026-11-23 03:16:45.010135');
INSERT INTO "stream_history" VALUES(4,1,1,4,4,'2026-11-23 03:16:45.019722');
INSERT INTO "stream_history" VALUES(5,1,2,1,5,'2026-11-23 03:16:45.028176');
INSERT INTO "stream_history" VALUES(6,1,2,2,6,'2026-11-23 03:16:45.038079');
INSERT INTO "stream_history" VALUES(7,1,2,4,NULL,'2026-11-23 03:16:45.050568');
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
INSERT INTO "task_locks" VALUES(4,2,'e00c8703-5b3d-4bad-9e17-8cee7a7e5bd7','2026-11-24 03:16:45.050568',0);
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
INSERT INTO "tasks" VALUES(1,1,1,'{"text":"Ada writes letter 0: “déjà vu”"}','{"page":0}','2026-11-23 03:16:44.978443','2026-11-23 03:16:45.028176',2,NULL,2,1,1,'2026-11-23 03:16:45.028176',2,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(2,1,2,'{"text":"Ada writes letter 1: “déjà vu”"}','{"page":1}','2026-11-23 03:16:44.978443','2026-11-23 03:16:45.038079',2,NULL,2,1,0,NULL,1,1,1,0,0,NULL);
INSERT INTO "tasks" VALUES(3,1,3,'{"text":"Ada writes letter 2: “déjà vu”"}','{"page":2}','2026-11-23 03:16:44.978443','2026-11-23 03:16:45.010135',1,NULL,2,1,0,NULL,1,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(4,1,4,'{"text":"Ada writes letter 3: “déjà vu”"}','{"page":3}','2026-11-23 03:16:44.978443','2026-11-23 03:16:45.019722',1,NULL,2,1,0,NULL,1,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(5,1,5,'{"text":"Ada writes letter 4: “déjà vu”"}','{"page":4}','2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(6,1,6,'{"text":"Ada writes letter 5: “déjà vu”"}','{"page":5}','2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(7,1,7,'{"text":"Ada writes letter 6: “déjà vu”"}','{"page":6}','2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
INSERT INTO "tasks" VALUES(8,1,8,'{"text":"Ada writes letter 7: “déjà vu”"}','{"page":7}','2026-11-23 03:16:44.978443','2026-11-23 03:16:44.978443',1,NULL,2,1,0,NULL,0,0,1,0,0,NULL);
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
INSERT INTO "users" VALUES(1,'user-bd528e557e79@example.org','user-bd528e557e79','','','','$argon2id$v=19$m=65536,t=3,p=4$wo+dU6Iqw/sA1Q+fIiX0Mg$1WBU9SlsWMbAnLxYblGx2gftDFSpQM1Jt+WR1zNqPhY','',0,1,NULL,NULL,'2026-11-23 03:16:44.868803','2026-11-23 03:16:44.868803','40e8ef34fc472ab67b39b52cd85b7ea000be3fafca42d83d4405b18541d9b480','gAAAAABrA7AcFRcXVibf0cnrmlQfdQA0jWaoa_kw2DYN9QlRbpe9XGpFnbzd4zUE1MvBEzmpp8Ar-G1Nrb1nDxsFcARiV5I2pxjAVwpl0472r-8hj7sNQ1uG8Hp2twsQ7NpsZObtFx7c');
INSERT INTO "users" VALUES(2,'user-48d9741ca172@example.org','user-48d9741ca172','','','','$argon2id$v=19$m=65536,t=3,p=4$wo+dU6Iqw/sA1Q+fIiX0Mg$1WBU9SlsWMbAnLxYblGx2gftDFSpQM1Jt+WR1zNqPhY','',0,1,NULL,NULL,'2026-11-23 03:16:44.922873','2026-11-23 03:16:44.922873','f9072aa4a6cdbbbc003fde6685200299e36dd603ea945249c05af6f2ff9d9b69','gAAAAABrA7ActjIupDCwATQGTlv-PZn1YpjsZJL9lFRoC9iOWqBsA1bO000gLuEYFE9Ka6r6xwxe5UjXdr4Pq0mEilpu6Zb7llQ8e4pGh8jKAGFv2Sra-jUTSn4U4N57UZc2_YSZ8k3s');
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
CREATE INDEX ix_predictions_project_id_model_version ON predictions (project_id, model_version, score);
CREATE INDEX ix_predictions_clustered ON predictions (project_id, model_version, cluster) WHERE cluster IS NOT NULL;
CREATE INDEX ix_predictions_task_id ON predictions (task_id);
CREATE INDEX ix_task_locks_user_id ON task_locks (user_id);
CREATE INDEX ix_annotations_parent_annotation_id ON annotations (parent_annotation_id);
CREATE INDEX ix_annotations_parent_prediction_id ON annotations (parent_prediction_id);
CREATE INDEX ix_annotations_of_person ON annotations (project_id, completed_by_id, task_id, was_cancelled);
CREATE INDEX ix_annotations_ground_truth ON annotations (project_id) WHERE ground_truth IS 1;
CREATE INDEX ix_annotations_task_id_completed_by_id ON annotations (task_id, completed_by_id);
CREATE INDEX ix_drafts_annotation_id ON drafts (annotation_id);
CREATE INDEX ix_drafts_task_id_user_id ON drafts (task_id, user_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('users',2);
INSERT INTO "sqlite_sequence" VALUES('organizations',1);
INSERT INTO "sqlite_sequence" VALUES('memberships',2);
INSERT INTO "sqlite_sequence" VALUES('projects',2);
INSERT INTO "sqlite_sequence" VALUES('tasks',8);
INSERT INTO "sqlite_sequence" VALUES('predictions',8);
INSERT INTO "sqlite_sequence" VALUES('annotations',6);
INSERT INTO "sqlite_sequence" VALUES('stream_history',7);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('views',1);
COMMIT;
