


SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;


CREATE FUNCTION public.annotations_added_to_blocks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO changed_blocks (project_id, block) SELECT DISTINCT project_id, task_id >> 10 FROM added;
            RETURN NULL;
        END $$;



CREATE FUNCTION public.annotations_changed_in_block() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        DECLARE named text;
        BEGIN
            
            named := OLD.project_id || ':' || (OLD.task_id >> 10);
            IF named IS DISTINCT FROM current_setting('labelwright.changed_block', true) THEN
                INSERT INTO changed_blocks (project_id, block) VALUES (OLD.project_id, OLD.task_id >> 10);
                PERFORM set_config('labelwright.changed_block', named, true);
            END IF;
            IF TG_OP = 'UPDATE' THEN 
            named := NEW.project_id || ':' || (NEW.task_id >> 10);
            IF named IS DISTINCT FROM current_setting('labelwright.changed_block', true) THEN
                INSERT INTO changed_blocks (project_id, block) VALUES (NEW.project_id, NEW.task_id >> 10);
                PERFORM set_config('labelwright.changed_block', named, true);
            END IF; END IF;
            RETURN NULL;
        END $$;



CREATE FUNCTION public.tasks_added_to_blocks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO changed_blocks (project_id, block) SELECT DISTINCT project_id, id >> 10 FROM added;
            RETURN NULL;
        END $$;



CREATE FUNCTION public.tasks_changed_in_block() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        DECLARE named text;
        BEGIN
            
            named := OLD.project_id || ':' || (OLD.id >> 10);
            IF named IS DISTINCT FROM current_setting('labelwright.changed_block', true) THEN
                INSERT INTO changed_blocks (project_id, block) VALUES (OLD.project_id, OLD.id >> 10);
                PERFORM set_config('labelwright.changed_block', named, true);
            END IF;
            IF TG_OP = 'UPDATE' THEN 
            named := NEW.project_id || ':' || (NEW.id >> 10);
            IF named IS DISTINCT FROM current_setting('labelwright.changed_block', true) THEN
                INSERT INTO changed_blocks (project_id, block) VALUES (NEW.project_id, NEW.id >> 10);
                PERFORM set_config('labelwright.changed_block', named, true);
            END IF; END IF;
            RETURN NULL;
        END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;


CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);



CREATE TABLE public.annotation_history (
    id bigint NOT NULL,
    annotation_id bigint NOT NULL,
    action character varying(100),
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    lead_time double precision,
    was_cancelled boolean NOT NULL,
    result json
);



CREATE SEQUENCE public.annotation_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.annotation_history_id_seq OWNED BY public.annotation_history.id;



CREATE TABLE public.annotations (
    id bigint NOT NULL,
    task_id bigint NOT NULL,
    project_id bigint NOT NULL,
    completed_by_id bigint,
    updated_by_id bigint,
    tally text,
    result json,
    result_count integer DEFAULT 0 NOT NULL,
    was_cancelled boolean DEFAULT false NOT NULL,
    ground_truth boolean DEFAULT false NOT NULL,
    lead_time double precision,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    draft_created_at timestamp with time zone,
    unique_id character varying(36),
    import_id bigint,
    parent_prediction_id bigint,
    parent_annotation_id bigint,
    prediction json,
    last_action character varying(100),
    bulk_created boolean DEFAULT false NOT NULL
);



CREATE SEQUENCE public.annotations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.annotations_id_seq OWNED BY public.annotations.id;



CREATE TABLE public.changed_blocks (
    project_id bigint NOT NULL,
    block bigint NOT NULL
);



CREATE TABLE public.comments (
    id bigint NOT NULL,
    task_id bigint NOT NULL,
    annotation_id bigint,
    draft_id bigint,
    text text NOT NULL,
    region_ref json,
    classifications json,
    is_resolved boolean DEFAULT false NOT NULL,
    resolved_at timestamp with time zone,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.comments_id_seq OWNED BY public.comments.id;



CREATE TABLE public.counted_blocks (
    project_id bigint NOT NULL,
    block bigint NOT NULL,
    task_number integer NOT NULL,
    finished_task_number integer NOT NULL,
    total_annotations_number bigint NOT NULL,
    total_predictions_number bigint NOT NULL,
    num_tasks_with_annotations integer NOT NULL,
    skipped_annotations_number bigint NOT NULL,
    ground_truth_number bigint NOT NULL,
    useful_ground_truth_number bigint NOT NULL
);



CREATE TABLE public.counted_people (
    project_id bigint NOT NULL,
    block bigint NOT NULL,
    user_id bigint NOT NULL,
    tasks_seen integer NOT NULL,
    tasks_finished integer NOT NULL,
    tasks_skipped integer NOT NULL
);



CREATE TABLE public.drafts (
    id bigint NOT NULL,
    task_id bigint NOT NULL,
    annotation_id bigint,
    user_id bigint NOT NULL,
    result json NOT NULL,
    lead_time double precision,
    was_postponed boolean DEFAULT false NOT NULL,
    import_id bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.drafts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.drafts_id_seq OWNED BY public.drafts.id;



CREATE TABLE public.file_uploads (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    user_id bigint,
    file text NOT NULL,
    size integer NOT NULL,
    created_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.file_uploads_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.file_uploads_id_seq OWNED BY public.file_uploads.id;



CREATE TABLE public.hidden_tasks (
    project_id bigint NOT NULL,
    job_id bigint NOT NULL,
    first_id bigint NOT NULL,
    last_id bigint NOT NULL
);



CREATE TABLE public.jobs (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    project_id bigint,
    created_by_id bigint,
    kind character varying(40) NOT NULL,
    lane character varying(10) NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    state character varying(10) NOT NULL,
    ending character varying(10),
    attached boolean DEFAULT false NOT NULL,
    arguments json NOT NULL,
    cursor json,
    phase character varying(20) DEFAULT ''::character varying NOT NULL,
    done bigint DEFAULT '0'::bigint NOT NULL,
    total bigint,
    result json,
    error text,
    attempts integer DEFAULT 0 NOT NULL,
    run_at timestamp with time zone NOT NULL,
    lease integer DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone
);



CREATE SEQUENCE public.jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.jobs_id_seq OWNED BY public.jobs.id;



CREATE TABLE public.label_links (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    label_id bigint NOT NULL,
    from_name character varying(2048) NOT NULL
);



CREATE SEQUENCE public.label_links_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.label_links_id_seq OWNED BY public.label_links.id;



CREATE TABLE public.labels (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    title character varying(2048) NOT NULL,
    value json NOT NULL,
    description text,
    created_by_id bigint,
    approved_by_id bigint,
    approved boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.labels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.labels_id_seq OWNED BY public.labels.id;



CREATE TABLE public.memberships (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role character varying(20) DEFAULT 'annotator'::character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);



CREATE SEQUENCE public.memberships_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.memberships_id_seq OWNED BY public.memberships.id;



CREATE TABLE public.organizations (
    id bigint NOT NULL,
    title character varying(1000) NOT NULL,
    token character varying(256) NOT NULL,
    contact_info text,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    api_tokens_enabled boolean DEFAULT true NOT NULL,
    legacy_api_tokens_enabled boolean DEFAULT true NOT NULL,
    roles_enabled boolean DEFAULT false NOT NULL,
    max_session_age integer,
    max_time_between_activity integer
);



CREATE SEQUENCE public.organizations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.organizations_id_seq OWNED BY public.organizations.id;



CREATE TABLE public.predictions (
    id bigint NOT NULL,
    task_id bigint NOT NULL,
    project_id bigint NOT NULL,
    result json NOT NULL,
    score double precision,
    model_version text DEFAULT ''::text NOT NULL,
    cluster integer,
    neighbors json,
    mislabeling double precision DEFAULT '0'::double precision NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.predictions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.predictions_id_seq OWNED BY public.predictions.id;



CREATE TABLE public.project_summaries (
    project_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    all_data_columns json NOT NULL
);



CREATE TABLE public.projects (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    title character varying(50) DEFAULT ''::character varying NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    label_config text NOT NULL,
    control_weights json,
    expert_instruction text DEFAULT ''::text NOT NULL,
    show_instruction boolean DEFAULT false NOT NULL,
    show_skip_button boolean DEFAULT true NOT NULL,
    enable_empty_annotation boolean DEFAULT true NOT NULL,
    show_annotation_history boolean DEFAULT false NOT NULL,
    reveal_preannotations_interactively boolean DEFAULT false NOT NULL,
    show_collab_predictions boolean DEFAULT true NOT NULL,
    evaluate_predictions_automatically boolean DEFAULT false NOT NULL,
    is_published boolean DEFAULT false NOT NULL,
    is_draft boolean DEFAULT false NOT NULL,
    show_overlap_first boolean DEFAULT false NOT NULL,
    show_ground_truth_first boolean DEFAULT false NOT NULL,
    annotator_evaluation_enabled boolean DEFAULT false NOT NULL,
    color character varying(16) DEFAULT '#FFFFFF'::character varying NOT NULL,
    maximum_annotations integer DEFAULT 1 NOT NULL,
    overlap_cohort_percentage integer DEFAULT 100 NOT NULL,
    min_annotations_to_start_training integer DEFAULT 0 NOT NULL,
    sampling character varying(100) DEFAULT 'Sequential sampling'::character varying NOT NULL,
    skip_queue character varying(100) DEFAULT 'REQUEUE_FOR_OTHERS'::character varying NOT NULL,
    model_version text DEFAULT ''::text NOT NULL,
    task_data_login character varying(256),
    task_data_password text,
    pinned_at timestamp with time zone,
    last_inner_id integer DEFAULT 0 NOT NULL
);



CREATE SEQUENCE public.projects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.projects_id_seq OWNED BY public.projects.id;



CREATE TABLE public.refresh_tokens (
    jti character varying(64) NOT NULL,
    user_id bigint NOT NULL,
    unsigned text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked integer DEFAULT 0 NOT NULL
);



CREATE TABLE public.sessions (
    digest character varying(64) NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_activity timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);



CREATE TABLE public.stream_history (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    user_id bigint NOT NULL,
    task_id bigint NOT NULL,
    annotation_id bigint,
    seen_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.stream_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.stream_history_id_seq OWNED BY public.stream_history.id;



CREATE TABLE public.task_indexes (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    column_id text NOT NULL,
    kind character varying(10) NOT NULL,
    expression text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    size bigint,
    seconds double precision,
    filled_to bigint DEFAULT '0'::bigint NOT NULL
);



CREATE SEQUENCE public.task_indexes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.task_indexes_id_seq OWNED BY public.task_indexes.id;



CREATE TABLE public.task_locks (
    task_id bigint NOT NULL,
    user_id bigint NOT NULL,
    unique_id character varying(36) NOT NULL,
    expire_at timestamp with time zone NOT NULL,
    prefetched boolean DEFAULT false NOT NULL
);



CREATE TABLE public.tasks (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    inner_id integer NOT NULL,
    data json NOT NULL,
    meta json,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by_id bigint,
    file_upload_id bigint,
    overlap integer DEFAULT 1 NOT NULL,
    allow_skip boolean DEFAULT true NOT NULL,
    is_labeled boolean DEFAULT false NOT NULL,
    completed_at timestamp with time zone,
    total_annotations integer DEFAULT 0 NOT NULL,
    cancelled_annotations integer DEFAULT 0 NOT NULL,
    total_predictions integer DEFAULT 0 NOT NULL,
    comment_count integer DEFAULT 0 NOT NULL,
    unresolved_comment_count integer DEFAULT 0 NOT NULL,
    last_comment_updated_at timestamp with time zone
);



CREATE SEQUENCE public.tasks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.tasks_id_seq OWNED BY public.tasks.id;



CREATE TABLE public.users (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    username character varying(254) NOT NULL,
    first_name character varying(256) DEFAULT ''::character varying NOT NULL,
    last_name character varying(256) DEFAULT ''::character varying NOT NULL,
    phone character varying(256) DEFAULT ''::character varying NOT NULL,
    password text DEFAULT ''::text NOT NULL,
    avatar text DEFAULT ''::text NOT NULL,
    is_superuser boolean DEFAULT false NOT NULL,
    active_organization_id bigint,
    allow_newsletters boolean,
    custom_hotkeys json,
    date_joined timestamp with time zone NOT NULL,
    last_activity timestamp with time zone NOT NULL,
    token_digest character varying(64),
    token_encrypted text
);



CREATE SEQUENCE public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;



CREATE TABLE public.views (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    user_id bigint,
    data json NOT NULL,
    "order" double precision DEFAULT '0'::double precision NOT NULL
);



CREATE SEQUENCE public.views_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.views_id_seq OWNED BY public.views.id;



CREATE TABLE public.webhook_deliveries (
    id bigint NOT NULL,
    webhook_id bigint NOT NULL,
    action character varying(40) NOT NULL,
    project_id bigint NOT NULL,
    ids json NOT NULL,
    body text,
    state character varying(10) NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    status integer,
    milliseconds integer,
    answer text,
    error text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone
);



CREATE SEQUENCE public.webhook_deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.webhook_deliveries_id_seq OWNED BY public.webhook_deliveries.id;



CREATE TABLE public.webhooks (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    project_id bigint,
    url text NOT NULL,
    send_payload boolean DEFAULT true NOT NULL,
    send_for_all_actions boolean DEFAULT true NOT NULL,
    headers json NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    actions json NOT NULL,
    secret text,
    paused_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.webhooks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.webhooks_id_seq OWNED BY public.webhooks.id;



ALTER TABLE ONLY public.annotation_history ALTER COLUMN id SET DEFAULT nextval('public.annotation_history_id_seq'::regclass);



ALTER TABLE ONLY public.annotations ALTER COLUMN id SET DEFAULT nextval('public.annotations_id_seq'::regclass);



ALTER TABLE ONLY public.comments ALTER COLUMN id SET DEFAULT nextval('public.comments_id_seq'::regclass);



ALTER TABLE ONLY public.drafts ALTER COLUMN id SET DEFAULT nextval('public.drafts_id_seq'::regclass);



ALTER TABLE ONLY public.file_uploads ALTER COLUMN id SET DEFAULT nextval('public.file_uploads_id_seq'::regclass);



ALTER TABLE ONLY public.jobs ALTER COLUMN id SET DEFAULT nextval('public.jobs_id_seq'::regclass);



ALTER TABLE ONLY public.label_links ALTER COLUMN id SET DEFAULT nextval('public.label_links_id_seq'::regclass);



ALTER TABLE ONLY public.labels ALTER COLUMN id SET DEFAULT nextval('public.labels_id_seq'::regclass);



ALTER TABLE ONLY public.memberships ALTER COLUMN id SET DEFAULT nextval('public.memberships_id_seq'::regclass);



ALTER TABLE ONLY public.organizations ALTER COLUMN id SET DEFAULT nextval('public.organizations_id_seq'::regclass);



ALTER TABLE ONLY public.predictions ALTER COLUMN id SET DEFAULT nextval('public.predictions_id_seq'::regclass);



ALTER TABLE ONLY public.projects ALTER COLUMN id SET DEFAULT nextval('public.projects_id_seq'::regclass);



ALTER TABLE ONLY public.stream_history ALTER COLUMN id SET DEFAULT nextval('public.stream_history_id_seq'::regclass);



ALTER TABLE ONLY public.task_indexes ALTER COLUMN id SET DEFAULT nextval('public.task_indexes_id_seq'::regclass);



ALTER TABLE ONLY public.tasks ALTER COLUMN id SET DEFAULT nextval('public.tasks_id_seq'::regclass);



ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);



ALTER TABLE ONLY public.views ALTER COLUMN id SET DEFAULT nextval('public.views_id_seq'::regclass);



ALTER TABLE ONLY public.webhook_deliveries ALTER COLUMN id SET DEFAULT nextval('public.webhook_deliveries_id_seq'::regclass);



ALTER TABLE ONLY public.webhooks ALTER COLUMN id SET DEFAULT nextval('public.webhooks_id_seq'::regclass);



INSERT INTO public.alembic_version VALUES ('0008');



INSERT INTO public.annotation_history VALUES (1, 1, 'submitted', 1, '2026-11-23 13:20:41.407447+00', 1.5, false, '[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]');



INSERT INTO public.annotations VALUES (2, 2, 1, 1, 1, '{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}', '[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 2, false, false, 2.5, '2026-11-23 13:20:41.427916+00', '2026-11-23 13:20:41.427916+00', NULL, NULL, NULL, NULL, NULL, '{"id":2,"model_version":"v1","score":0.125,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}', 'submitted', false);
INSERT INTO public.annotations VALUES (3, 3, 1, 1, 1, '{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}', '[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 2, false, false, 3.5, '2026-11-23 13:20:41.437648+00', '2026-11-23 13:20:41.437648+00', NULL, NULL, NULL, NULL, NULL, '{"id":3,"model_version":"v1","score":0.25,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}', 'submitted', false);
INSERT INTO public.annotations VALUES (4, 4, 1, 1, 1, '{"keys":{"label|text|labels":1,"mood|text|choices":1},"labels":{"label":{"Person":1},"mood":{"Good":1}}}', '[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 2, false, false, 4.5, '2026-11-23 13:20:41.455729+00', '2026-11-23 13:20:41.455729+00', NULL, NULL, NULL, NULL, NULL, '{"id":4,"model_version":"v1","score":0.375,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}', 'submitted', false);
INSERT INTO public.annotations VALUES (5, 1, 1, 2, 2, '{"keys":{"mood|text|choices":1},"labels":{"mood":{"Good":1}}}', '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 1, false, true, NULL, '2026-11-23 13:20:41.462333+00', '2026-11-23 13:20:41.462333+00', NULL, NULL, NULL, NULL, NULL, '{"id":1,"model_version":"v1","score":0.0,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}', 'submitted', false);
INSERT INTO public.annotations VALUES (6, 2, 1, 2, 2, '{"keys":{},"labels":{}}', '[]', 0, true, false, NULL, '2026-11-23 13:20:41.472276+00', '2026-11-23 13:20:41.472276+00', NULL, NULL, NULL, NULL, NULL, '{"id":2,"model_version":"v1","score":0.125,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}', 'skipped', false);
INSERT INTO public.annotations VALUES (1, 1, 1, 1, 1, '{"keys":{"label|text|labels":1},"labels":{"label":{"Person":1}}}', '[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}}]', 1, false, false, 1.5, '2026-11-23 13:20:41.407447+00', '2026-11-23 13:20:41.528566+00', NULL, NULL, NULL, NULL, NULL, '{"id":1,"model_version":"v1","score":0.0,"result":[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]}', 'updated', false);






INSERT INTO public.comments VALUES (1, 1, 1, NULL, 'Is “Ada” a person?', NULL, NULL, false, NULL, 1, '2026-11-23 13:20:41.536947+00', '2026-11-23 13:20:41.536947+00');



INSERT INTO public.counted_blocks VALUES (1, 0, 38, 1, 5, 8, 4, 1, 1, 1);



INSERT INTO public.counted_people VALUES (1, 0, 1, 4, 1, 0);
INSERT INTO public.counted_people VALUES (1, 0, 2, 2, 1, 1);



INSERT INTO public.drafts VALUES (1, 6, NULL, 1, '[{"id":"s1","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}}]', 3.25, false, NULL, '2026-11-23 13:20:41.477989+00', '2026-11-23 13:20:41.477989+00');



INSERT INTO public.file_uploads VALUES (1, 1, 1, 'upload/1/5d1d94f4-more.json', 680, '2026-11-23 13:20:41.569179+00');






INSERT INTO public.jobs VALUES (1, 1, 1, 1, 'import', 'heavy', 'more.json', 'completed', NULL, false, '{"user":1,"file_upload_ids":[1],"files_as_tasks_list":true}', '{"ids":[[9,38]],"inner":8,"at":"2026-11-23T13:20:41.805900Z","result":{"task_count":30,"annotation_count":0,"prediction_count":0,"file_upload_ids":[1]},"columns":{"text":30},"model_version":null,"recorded":[],"replace":true,"written":30,"closing":true,"visible":true}', 'finishing', 30, 30, '{"task_count":30,"annotation_count":0,"prediction_count":0,"file_upload_ids":[1]}', NULL, 1, '2026-11-23 13:20:41.577959+00', 1, NULL, '2026-11-23 13:20:41.577959+00', '2026-11-23 13:20:41.786419+00', '2026-11-23 13:20:41.840836+00');



INSERT INTO public.label_links VALUES (1, 1, 1, 'mood');



INSERT INTO public.labels VALUES (1, 1, 'So so', '["So so"]', NULL, 1, NULL, false, '2026-11-23 13:20:41.546281+00', '2026-11-23 13:20:41.546281+00');



INSERT INTO public.memberships VALUES (1, 1, 1, 'owner', '2026-11-23 13:20:41.292958+00', '2026-11-23 13:20:41.292958+00', NULL);
INSERT INTO public.memberships VALUES (2, 1, 2, 'annotator', '2026-11-23 13:20:41.307381+00', '2026-11-23 13:20:41.307381+00', NULL);



INSERT INTO public.organizations VALUES (1, 'Harbour office', '78c2b8eaed0ca360e4127172300068638b5de991', NULL, 1, '2026-11-23 13:20:41.289689+00', '2026-11-23 13:20:41.289689+00', true, true, false, NULL, NULL);



INSERT INTO public.predictions VALUES (1, 1, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (2, 2, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.125, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (3, 3, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.25, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (4, 4, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.375, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (5, 5, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.5, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (6, 6, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.625, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (7, 7, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.75, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');
INSERT INTO public.predictions VALUES (8, 8, 1, '[{"id":"c1","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["Good"]}}]', 0.875, 'v1', NULL, NULL, 0, '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00');



INSERT INTO public.project_summaries VALUES (2, '2026-11-23 13:20:41.508319+00', '{}');
INSERT INTO public.project_summaries VALUES (1, '2026-11-23 13:20:41.320132+00', '{"text":38}');



INSERT INTO public.projects VALUES (2, 1, 1, '2026-11-23 13:20:41.508319+00', '2026-11-23 13:20:41.508319+00', 'Empty', '', '<View></View>', '{}', '', false, true, true, false, false, true, false, false, false, false, false, false, '#FFFFFF', 1, 100, 0, 'Sequential sampling', 'REQUEUE_FOR_OTHERS', '', NULL, NULL, NULL, 0);
INSERT INTO public.projects VALUES (1, 1, 1, '2026-11-23 13:20:41.320132+00', '2026-11-23 13:20:41.320132+00', 'Letters 手紙', '', '<View><Text name="text" value="$text"/><Labels name="label" toName="text"><Label value="Person"/></Labels>
<Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices></View>', '{"label":{"overall":1.0,"type":"Labels","labels":{"Person":1.0}},"mood":{"overall":1.0,"type":"Choices","labels":{"Good":1.0,"Bad":1.0}}}', '', false, true, true, false, false, true, false, false, false, false, false, false, '#FFFFFF', 2, 100, 0, 'Sequential sampling', 'REQUEUE_FOR_OTHERS', 'v1', NULL, NULL, NULL, 38);









INSERT INTO public.stream_history VALUES (1, 1, 1, 1, 1, '2026-11-23 13:20:41.407447+00');
INSERT INTO public.stream_history VALUES (2, 1, 1, 2, 2, '2026-11-23 13:20:41.427916+00');
INSERT INTO public.stream_history VALUES (3, 1, 1, 3, 3, '2026-11-23 13:20:41.437648+00');
INSERT INTO public.stream_history VALUES (4, 1, 1, 4, 4, '2026-11-23 13:20:41.455729+00');
INSERT INTO public.stream_history VALUES (5, 1, 2, 1, 5, '2026-11-23 13:20:41.462333+00');
INSERT INTO public.stream_history VALUES (6, 1, 2, 2, 6, '2026-11-23 13:20:41.472276+00');
INSERT INTO public.stream_history VALUES (7, 1, 2, 4, NULL, '2026-11-23 13:20:41.48406+00');






INSERT INTO public.task_locks VALUES (4, 2, '8ed16bd5-73fd-45da-8438-6a20fc6a073c', '2026-11-24 13:20:41.48406+00', false);



INSERT INTO public.tasks VALUES (5, 1, 5, '{"text":"Ada writes letter 4: “déjà vu”"}', '{"page":4}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00', 1, NULL, 2, true, false, NULL, 0, 0, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (6, 1, 6, '{"text":"Ada writes letter 5: “déjà vu”"}', '{"page":5}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00', 1, NULL, 2, true, false, NULL, 0, 0, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (7, 1, 7, '{"text":"Ada writes letter 6: “déjà vu”"}', '{"page":6}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00', 1, NULL, 2, true, false, NULL, 0, 0, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (8, 1, 8, '{"text":"Ada writes letter 7: “déjà vu”"}', '{"page":7}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.384301+00', 1, NULL, 2, true, false, NULL, 0, 0, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (3, 1, 3, '{"text":"Ada writes letter 2: “déjà vu”"}', '{"page":2}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.437648+00', 1, NULL, 2, true, false, NULL, 1, 0, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (4, 1, 4, '{"text":"Ada writes letter 3: “déjà vu”"}', '{"page":3}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.455729+00', 1, NULL, 2, true, false, NULL, 1, 0, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (2, 1, 2, '{"text":"Ada writes letter 1: “déjà vu”"}', '{"page":1}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.472276+00', 2, NULL, 2, true, false, NULL, 1, 1, 1, 0, 0, NULL);
INSERT INTO public.tasks VALUES (1, 1, 1, '{"text":"Ada writes letter 0: “déjà vu”"}', '{"page":0}', '2026-11-23 13:20:41.384301+00', '2026-11-23 13:20:41.528566+00', 1, NULL, 2, true, true, '2026-11-23 13:20:41.462333+00', 2, 0, 1, 1, 1, '2026-11-23 13:20:41.536947+00');
INSERT INTO public.tasks VALUES (9, 1, 9, '{"text":"Letter 0"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (10, 1, 10, '{"text":"Letter 1"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (11, 1, 11, '{"text":"Letter 2"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (12, 1, 12, '{"text":"Letter 3"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (13, 1, 13, '{"text":"Letter 4"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (14, 1, 14, '{"text":"Letter 5"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (15, 1, 15, '{"text":"Letter 6"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (16, 1, 16, '{"text":"Letter 7"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (17, 1, 17, '{"text":"Letter 8"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (18, 1, 18, '{"text":"Letter 9"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (19, 1, 19, '{"text":"Letter 10"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (20, 1, 20, '{"text":"Letter 11"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (21, 1, 21, '{"text":"Letter 12"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (22, 1, 22, '{"text":"Letter 13"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (23, 1, 23, '{"text":"Letter 14"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (24, 1, 24, '{"text":"Letter 15"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (25, 1, 25, '{"text":"Letter 16"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (26, 1, 26, '{"text":"Letter 17"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (27, 1, 27, '{"text":"Letter 18"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (28, 1, 28, '{"text":"Letter 19"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (29, 1, 29, '{"text":"Letter 20"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (30, 1, 30, '{"text":"Letter 21"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (31, 1, 31, '{"text":"Letter 22"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (32, 1, 32, '{"text":"Letter 23"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (33, 1, 33, '{"text":"Letter 24"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (34, 1, 34, '{"text":"Letter 25"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (35, 1, 35, '{"text":"Letter 26"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (36, 1, 36, '{"text":"Letter 27"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (37, 1, 37, '{"text":"Letter 28"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.tasks VALUES (38, 1, 38, '{"text":"Letter 29"}', NULL, '2026-11-23 13:20:41.8059+00', '2026-11-23 13:20:41.8059+00', 1, 1, 2, true, false, NULL, 0, 0, 0, 0, 0, NULL);



INSERT INTO public.users VALUES (1, 'user-cf002e728bcf@example.org', 'user-cf002e728bcf', '', '', '', '$argon2id$v=19$m=65536,t=3,p=4$aDdX9qYXFZ3NOkBlsLLqZg$YxIjqkN8y4vr5AdX7H0GDwgl8earoUAhDTFcvmztxDU', '', false, 1, NULL, NULL, '2026-11-23 13:20:41.2827+00', '2026-11-23 13:20:41.2827+00', '109a6e4266f62e08fd54fb9020b99eac0d2dbf06a8c1d8195f7de930100c16d6', 'gAAAAABrBD2pAKGWDQL3Dr1D9rFr5jYelTtzVM5z8LY1ieq74yo1NF3WcU6G8d7S6-wlkwo8mb-etukdYtlxJ7aY3sMWvmdRUb3YQXvDnTl90Us5VMSzkXvIYa830QKNJfaezVuk1ptm');
INSERT INTO public.users VALUES (2, 'user-b5ae99977195@example.org', 'user-b5ae99977195', '', '', '', '$argon2id$v=19$m=65536,t=3,p=4$aDdX9qYXFZ3NOkBlsLLqZg$YxIjqkN8y4vr5AdX7H0GDwgl8earoUAhDTFcvmztxDU', '', false, 1, NULL, NULL, '2026-11-23 13:20:41.301494+00', '2026-11-23 13:20:41.301494+00', 'c3a4cf08ad1059c4ae0f83a55eb1da3f5b46186c6f61bbe16075fd30cde6c197', 'gAAAAABrBD2pD5O-rNzvhR0Ztuz8fP5yPDS53tQmE_cFVKNSqB-MFdqoc1rPJK9tb76sAhzbKf_X4UsiVCAtghxL4gSLdmbeFA8rtBWsi_PcZqsZ2yTvM_49xqRJdRRCasc8pU1tbJlT');



INSERT INTO public.views VALUES (1, 1, 1, '{"title":"Late","filters":{"conjunction":"and","items":[{"filter":"filter:tasks:id","operator":"greater","type":"Number","value":1}]}}', 0);






INSERT INTO public.webhooks VALUES (1, 1, 1, 'https://example.org/heard', true, true, '{"X-From":"here"}', false, '[]', NULL, NULL, '2026-11-23 13:20:41.559095+00', '2026-11-23 13:20:41.559095+00');



SELECT pg_catalog.setval('public.annotation_history_id_seq', 1, true);



SELECT pg_catalog.setval('public.annotations_id_seq', 6, true);



SELECT pg_catalog.setval('public.comments_id_seq', 1, true);



SELECT pg_catalog.setval('public.drafts_id_seq', 1, true);



SELECT pg_catalog.setval('public.file_uploads_id_seq', 1, true);



SELECT pg_catalog.setval('public.jobs_id_seq', 1, true);



SELECT pg_catalog.setval('public.label_links_id_seq', 1, true);



SELECT pg_catalog.setval('public.labels_id_seq', 1, true);



SELECT pg_catalog.setval('public.memberships_id_seq', 2, true);



SELECT pg_catalog.setval('public.organizations_id_seq', 1, true);



SELECT pg_catalog.setval('public.predictions_id_seq', 8, true);



SELECT pg_catalog.setval('public.projects_id_seq', 2, true);



SELECT pg_catalog.setval('public.stream_history_id_seq', 7, true);



SELECT pg_catalog.setval('public.task_indexes_id_seq', 1, false);



SELECT pg_catalog.setval('public.tasks_id_seq', 38, true);



SELECT pg_catalog.setval('public.users_id_seq', 2, true);



SELECT pg_catalog.setval('public.views_id_seq', 1, true);



SELECT pg_catalog.setval('public.webhook_deliveries_id_seq', 1, false);



SELECT pg_catalog.setval('public.webhooks_id_seq', 1, true);



ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);



ALTER TABLE ONLY public.annotation_history
    ADD CONSTRAINT pk_annotation_history PRIMARY KEY (id);



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT pk_annotations PRIMARY KEY (id);



ALTER TABLE ONLY public.comments
    ADD CONSTRAINT pk_comments PRIMARY KEY (id);



ALTER TABLE ONLY public.counted_blocks
    ADD CONSTRAINT pk_counted_blocks PRIMARY KEY (project_id, block);



ALTER TABLE ONLY public.counted_people
    ADD CONSTRAINT pk_counted_people PRIMARY KEY (project_id, user_id, block);



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT pk_drafts PRIMARY KEY (id);



ALTER TABLE ONLY public.file_uploads
    ADD CONSTRAINT pk_file_uploads PRIMARY KEY (id);



ALTER TABLE ONLY public.hidden_tasks
    ADD CONSTRAINT pk_hidden_tasks PRIMARY KEY (project_id);



ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT pk_jobs PRIMARY KEY (id);



ALTER TABLE ONLY public.label_links
    ADD CONSTRAINT pk_label_links PRIMARY KEY (id);



ALTER TABLE ONLY public.labels
    ADD CONSTRAINT pk_labels PRIMARY KEY (id);



ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT pk_memberships PRIMARY KEY (id);



ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT pk_organizations PRIMARY KEY (id);



ALTER TABLE ONLY public.predictions
    ADD CONSTRAINT pk_predictions PRIMARY KEY (id);



ALTER TABLE ONLY public.project_summaries
    ADD CONSTRAINT pk_project_summaries PRIMARY KEY (project_id);



ALTER TABLE ONLY public.projects
    ADD CONSTRAINT pk_projects PRIMARY KEY (id);



ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT pk_refresh_tokens PRIMARY KEY (jti);



ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (digest);



ALTER TABLE ONLY public.stream_history
    ADD CONSTRAINT pk_stream_history PRIMARY KEY (id);



ALTER TABLE ONLY public.task_indexes
    ADD CONSTRAINT pk_task_indexes PRIMARY KEY (id);



ALTER TABLE ONLY public.task_locks
    ADD CONSTRAINT pk_task_locks PRIMARY KEY (task_id, user_id);



ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT pk_tasks PRIMARY KEY (id);



ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);



ALTER TABLE ONLY public.views
    ADD CONSTRAINT pk_views PRIMARY KEY (id);



ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id);



ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT pk_webhooks PRIMARY KEY (id);



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT uq_annotations_unique_id UNIQUE (unique_id);



ALTER TABLE ONLY public.file_uploads
    ADD CONSTRAINT uq_file_uploads_file UNIQUE (file);



ALTER TABLE ONLY public.label_links
    ADD CONSTRAINT uq_label_links_project_id_label_id_from_name UNIQUE (project_id, label_id, from_name);



ALTER TABLE ONLY public.labels
    ADD CONSTRAINT uq_labels_organization_id_title UNIQUE (organization_id, title);



ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT uq_memberships_organization_id_user_id UNIQUE (organization_id, user_id);



ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT uq_organizations_token UNIQUE (token);



ALTER TABLE ONLY public.stream_history
    ADD CONSTRAINT uq_stream_history_project_id_user_id_task_id UNIQUE (project_id, user_id, task_id);



ALTER TABLE ONLY public.task_indexes
    ADD CONSTRAINT uq_task_indexes_project_id_column_id_kind UNIQUE (project_id, column_id, kind);



ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_token_digest UNIQUE (token_digest);



CREATE INDEX ix_annotation_history_annotation_id ON public.annotation_history USING btree (annotation_id);



CREATE INDEX ix_annotations_ground_truth ON public.annotations USING btree (project_id, task_id) WHERE (ground_truth IS TRUE);



CREATE INDEX ix_annotations_of_person ON public.annotations USING btree (project_id, completed_by_id, task_id, was_cancelled);



CREATE INDEX ix_annotations_parent_annotation_id ON public.annotations USING btree (parent_annotation_id);



CREATE INDEX ix_annotations_parent_prediction_id ON public.annotations USING btree (parent_prediction_id);



CREATE INDEX ix_annotations_task_id_completed_by_id ON public.annotations USING btree (task_id, completed_by_id);



CREATE INDEX ix_changed_blocks_project_id_block ON public.changed_blocks USING btree (project_id, block);



CREATE INDEX ix_comments_annotation_id ON public.comments USING btree (annotation_id);



CREATE INDEX ix_comments_draft_id ON public.comments USING btree (draft_id);



CREATE INDEX ix_comments_task_id ON public.comments USING btree (task_id);



CREATE INDEX ix_counted_people_project_id_block ON public.counted_people USING btree (project_id, block);



CREATE INDEX ix_drafts_annotation_id ON public.drafts USING btree (annotation_id);



CREATE INDEX ix_drafts_task_id_user_id ON public.drafts USING btree (task_id, user_id);



CREATE INDEX ix_file_uploads_project_id ON public.file_uploads USING btree (project_id);



CREATE INDEX ix_hidden_tasks_job_id ON public.hidden_tasks USING btree (job_id);



CREATE INDEX ix_jobs_open ON public.jobs USING btree (lane, run_at) WHERE (finished_at IS NULL);



CREATE INDEX ix_jobs_organization_id_id ON public.jobs USING btree (organization_id, id);



CREATE INDEX ix_jobs_project_id ON public.jobs USING btree (project_id);



CREATE INDEX ix_label_links_label_id ON public.label_links USING btree (label_id);



CREATE INDEX ix_memberships_user_id ON public.memberships USING btree (user_id);



CREATE INDEX ix_predictions_clustered ON public.predictions USING btree (project_id, model_version, cluster) WHERE (cluster IS NOT NULL);



CREATE INDEX ix_predictions_project_id_model_version ON public.predictions USING btree (project_id, model_version, score, task_id);



CREATE INDEX ix_predictions_task_id ON public.predictions USING btree (task_id);



CREATE INDEX ix_projects_organization_id ON public.projects USING btree (organization_id);



CREATE INDEX ix_refresh_tokens_user_id ON public.refresh_tokens USING btree (user_id);



CREATE INDEX ix_sessions_user_id ON public.sessions USING btree (user_id);



CREATE INDEX ix_stream_history_person ON public.stream_history USING btree (project_id, user_id, id);



CREATE INDEX ix_task_locks_user_id ON public.task_locks USING btree (user_id);



CREATE INDEX ix_tasks_begun ON public.tasks USING btree (project_id, is_labeled, total_annotations, id) WHERE ((is_labeled IS FALSE) AND (total_annotations > 0));



CREATE INDEX ix_tasks_file_upload_id ON public.tasks USING btree (file_upload_id);



CREATE INDEX ix_tasks_progress ON public.tasks USING btree (project_id, is_labeled, id, total_annotations, cancelled_annotations, total_predictions);



CREATE INDEX ix_tasks_project_id_id ON public.tasks USING btree (project_id, id);



CREATE INDEX ix_tasks_shared ON public.tasks USING btree (project_id, is_labeled, id) WHERE ((is_labeled IS FALSE) AND (overlap > 1));



CREATE INDEX ix_views_project_id ON public.views USING btree (project_id);



CREATE INDEX ix_webhook_deliveries_webhook_id_id ON public.webhook_deliveries USING btree (webhook_id, id);



CREATE INDEX ix_webhooks_organization_id_project_id ON public.webhooks USING btree (organization_id, project_id);



CREATE INDEX ix_webhooks_project_id ON public.webhooks USING btree (project_id);



CREATE UNIQUE INDEX uq_users_email_lower ON public.users USING btree (lower((email)::text));



CREATE TRIGGER annotations_added_to_blocks AFTER INSERT ON public.annotations REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.annotations_added_to_blocks();



CREATE TRIGGER annotations_changed_in_block AFTER UPDATE OF task_id, project_id, completed_by_id, was_cancelled, ground_truth ON public.annotations FOR EACH ROW WHEN ((((((old.task_id IS DISTINCT FROM new.task_id) OR (old.project_id IS DISTINCT FROM new.project_id)) OR (old.completed_by_id IS DISTINCT FROM new.completed_by_id)) OR (old.was_cancelled IS DISTINCT FROM new.was_cancelled)) OR (old.ground_truth IS DISTINCT FROM new.ground_truth))) EXECUTE FUNCTION public.annotations_changed_in_block();



CREATE TRIGGER annotations_removed_from_block AFTER DELETE ON public.annotations FOR EACH ROW EXECUTE FUNCTION public.annotations_changed_in_block();



CREATE TRIGGER tasks_added_to_blocks AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.tasks_added_to_blocks();



CREATE TRIGGER tasks_changed_in_block AFTER UPDATE OF id, project_id, is_labeled, total_annotations, cancelled_annotations, total_predictions ON public.tasks FOR EACH ROW WHEN (((((((old.id IS DISTINCT FROM new.id) OR (old.project_id IS DISTINCT FROM new.project_id)) OR (old.is_labeled IS DISTINCT FROM new.is_labeled)) OR (old.total_annotations IS DISTINCT FROM new.total_annotations)) OR (old.cancelled_annotations IS DISTINCT FROM new.cancelled_annotations)) OR (old.total_predictions IS DISTINCT FROM new.total_predictions))) EXECUTE FUNCTION public.tasks_changed_in_block();



CREATE TRIGGER tasks_removed_from_block AFTER DELETE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_changed_in_block();



ALTER TABLE ONLY public.annotation_history
    ADD CONSTRAINT fk_annotation_history_annotation_id_annotations FOREIGN KEY (annotation_id) REFERENCES public.annotations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.annotation_history
    ADD CONSTRAINT fk_annotation_history_created_by_id_users FOREIGN KEY (created_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT fk_annotations_completed_by_id_users FOREIGN KEY (completed_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT fk_annotations_parent_annotation_id_annotations FOREIGN KEY (parent_annotation_id) REFERENCES public.annotations(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT fk_annotations_parent_prediction_id_predictions FOREIGN KEY (parent_prediction_id) REFERENCES public.predictions(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT fk_annotations_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT fk_annotations_task_id_tasks FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT fk_annotations_updated_by_id_users FOREIGN KEY (updated_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.comments
    ADD CONSTRAINT fk_comments_annotation_id_annotations FOREIGN KEY (annotation_id) REFERENCES public.annotations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.comments
    ADD CONSTRAINT fk_comments_created_by_id_users FOREIGN KEY (created_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.comments
    ADD CONSTRAINT fk_comments_draft_id_drafts FOREIGN KEY (draft_id) REFERENCES public.drafts(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.comments
    ADD CONSTRAINT fk_comments_task_id_tasks FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT fk_drafts_annotation_id_annotations FOREIGN KEY (annotation_id) REFERENCES public.annotations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT fk_drafts_task_id_tasks FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT fk_drafts_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.file_uploads
    ADD CONSTRAINT fk_file_uploads_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.file_uploads
    ADD CONSTRAINT fk_file_uploads_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.hidden_tasks
    ADD CONSTRAINT fk_hidden_tasks_job_id_jobs FOREIGN KEY (job_id) REFERENCES public.jobs(id);



ALTER TABLE ONLY public.hidden_tasks
    ADD CONSTRAINT fk_hidden_tasks_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT fk_jobs_created_by_id_users FOREIGN KEY (created_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT fk_jobs_organization_id_organizations FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT fk_jobs_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.label_links
    ADD CONSTRAINT fk_label_links_label_id_labels FOREIGN KEY (label_id) REFERENCES public.labels(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.label_links
    ADD CONSTRAINT fk_label_links_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.labels
    ADD CONSTRAINT fk_labels_approved_by_id_users FOREIGN KEY (approved_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.labels
    ADD CONSTRAINT fk_labels_created_by_id_users FOREIGN KEY (created_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.labels
    ADD CONSTRAINT fk_labels_organization_id_organizations FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT fk_memberships_organization_id_organizations FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT fk_memberships_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT fk_organizations_created_by_id_users FOREIGN KEY (created_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.predictions
    ADD CONSTRAINT fk_predictions_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.predictions
    ADD CONSTRAINT fk_predictions_task_id_tasks FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.project_summaries
    ADD CONSTRAINT fk_project_summaries_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.projects
    ADD CONSTRAINT fk_projects_created_by_id_users FOREIGN KEY (created_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.projects
    ADD CONSTRAINT fk_projects_organization_id_organizations FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT fk_refresh_tokens_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT fk_sessions_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.stream_history
    ADD CONSTRAINT fk_stream_history_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.stream_history
    ADD CONSTRAINT fk_stream_history_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.task_indexes
    ADD CONSTRAINT fk_task_indexes_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.task_locks
    ADD CONSTRAINT fk_task_locks_task_id_tasks FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.task_locks
    ADD CONSTRAINT fk_task_locks_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_file_upload_id_file_uploads FOREIGN KEY (file_upload_id) REFERENCES public.file_uploads(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_updated_by_id_users FOREIGN KEY (updated_by_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.views
    ADD CONSTRAINT fk_views_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.views
    ADD CONSTRAINT fk_views_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT fk_webhook_deliveries_webhook_id_webhooks FOREIGN KEY (webhook_id) REFERENCES public.webhooks(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT fk_webhooks_organization_id_organizations FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT fk_webhooks_project_id_projects FOREIGN KEY (project_id) REFERENCES public.projects(id) ON DELETE CASCADE;




