CREATE TABLE public.crm_addresses (
    id bigint NOT NULL,
    contact_id bigint,
    street character varying(80)
);
CREATE TABLE public.crm_contacts (
    id bigint NOT NULL,
    account_id character varying(40) NOT NULL,
    phone character varying(40),
    email character varying(80),
    fb_user character varying(40),
    full_name character varying(80)
);
CREATE TABLE public.crm_contracts (
    id bigint NOT NULL,
    contact_id bigint,
    ended date,
    signed_by character varying(80)
);
CREATE TABLE public.crm_groups (
    id bigint NOT NULL,
    title character varying(80)
);
CREATE TABLE public.crm_invoices (
    id uuid NOT NULL,
    contact_id bigint,
    address_id bigint,
    issued date,
    paid date,
    phone character varying(40),
    total bigint NOT NULL
);
CREATE TABLE public.crm_memberships (
    contact_id bigint NOT NULL,
    group_id bigint NOT NULL
);
CREATE TABLE public.crm_messages (
    id bigint NOT NULL,
    from_id bigint,
    to_id bigint,
    group_id bigint,
    body character varying(200)
);
CREATE TABLE public.crm_threads (
    id character varying(40) NOT NULL,
    contact_id bigint,
    parent_id character varying(40)
);
CREATE TABLE public.crm_visits (
    day character varying(10) NOT NULL,
    seq bigint NOT NULL,
    contact_id bigint,
    thread_id character varying(40),
    ip character varying(40),
    agent character varying(80),
    note character varying(200)
);
CREATE TABLE public.oubliette_codes (
    code bytea NOT NULL,
    request bigint NOT NULL
);
CREATE TABLE public.oubliette_journal (
    request bigint NOT NULL,
    line bigint NOT NULL,
    entry text NOT NULL
);
CREATE TABLE public.oubliette_migrations (
    number bigint NOT NULL
);
CREATE TABLE public.oubliette_note_sets (
    number bigint NOT NULL,
    request bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    noted bigint NOT NULL
);
ALTER TABLE public.oubliette_note_sets ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.oubliette_note_sets_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.oubliette_notes (
    note_set bigint NOT NULL,
    number bigint NOT NULL,
    digest bytea NOT NULL,
    sealed bytea NOT NULL
);
CREATE TABLE public.oubliette_requests (
    number bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    idempotency bytea NOT NULL,
    state text NOT NULL,
    due bigint,
    leased_until bigint,
    lines bigint NOT NULL
);
ALTER TABLE public.oubliette_requests ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.oubliette_requests_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.oubliette_sealed (
    request bigint NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.crm_addresses
    ADD CONSTRAINT crm_addresses_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_contacts
    ADD CONSTRAINT crm_contacts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_contracts
    ADD CONSTRAINT crm_contracts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_groups
    ADD CONSTRAINT crm_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_invoices
    ADD CONSTRAINT crm_invoices_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_memberships
    ADD CONSTRAINT crm_memberships_pkey PRIMARY KEY (contact_id, group_id);
ALTER TABLE ONLY public.crm_messages
    ADD CONSTRAINT crm_messages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_threads
    ADD CONSTRAINT crm_threads_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crm_visits
    ADD CONSTRAINT crm_visits_pkey PRIMARY KEY (day, seq);
ALTER TABLE ONLY public.oubliette_codes
    ADD CONSTRAINT oubliette_codes_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.oubliette_journal
    ADD CONSTRAINT oubliette_journal_pkey PRIMARY KEY (request, line);
ALTER TABLE ONLY public.oubliette_migrations
    ADD CONSTRAINT oubliette_migrations_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.oubliette_note_sets
    ADD CONSTRAINT oubliette_note_sets_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.oubliette_note_sets
    ADD CONSTRAINT oubliette_note_sets_request_name_key UNIQUE (request, name);
ALTER TABLE ONLY public.oubliette_notes
    ADD CONSTRAINT oubliette_notes_note_set_digest_key UNIQUE (note_set, digest);
ALTER TABLE ONLY public.oubliette_notes
    ADD CONSTRAINT oubliette_notes_pkey PRIMARY KEY (note_set, number);
ALTER TABLE ONLY public.oubliette_requests
    ADD CONSTRAINT oubliette_requests_id_key UNIQUE (id);
ALTER TABLE ONLY public.oubliette_requests
    ADD CONSTRAINT oubliette_requests_idempotency_key UNIQUE (idempotency);
ALTER TABLE ONLY public.oubliette_requests
    ADD CONSTRAINT oubliette_requests_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.oubliette_sealed
    ADD CONSTRAINT oubliette_sealed_pkey PRIMARY KEY (request);
CREATE INDEX oubliette_requests_due ON public.oubliette_requests USING btree (due, number) WHERE (due IS NOT NULL);
ALTER TABLE ONLY public.crm_addresses
    ADD CONSTRAINT crm_addresses_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_contracts
    ADD CONSTRAINT crm_contracts_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_invoices
    ADD CONSTRAINT crm_invoices_address_id_fkey FOREIGN KEY (address_id) REFERENCES public.crm_addresses(id);
ALTER TABLE ONLY public.crm_invoices
    ADD CONSTRAINT crm_invoices_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_memberships
    ADD CONSTRAINT crm_memberships_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_memberships
    ADD CONSTRAINT crm_memberships_group_id_fkey FOREIGN KEY (group_id) REFERENCES public.crm_groups(id);
ALTER TABLE ONLY public.crm_messages
    ADD CONSTRAINT crm_messages_from_id_fkey FOREIGN KEY (from_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_messages
    ADD CONSTRAINT crm_messages_group_id_fkey FOREIGN KEY (group_id) REFERENCES public.crm_groups(id);
ALTER TABLE ONLY public.crm_messages
    ADD CONSTRAINT crm_messages_to_id_fkey FOREIGN KEY (to_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_threads
    ADD CONSTRAINT crm_threads_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_visits
    ADD CONSTRAINT crm_visits_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.crm_contacts(id);
ALTER TABLE ONLY public.crm_visits
    ADD CONSTRAINT crm_visits_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.crm_threads(id);
ALTER TABLE ONLY public.oubliette_codes
    ADD CONSTRAINT oubliette_codes_request_fkey FOREIGN KEY (request) REFERENCES public.oubliette_requests(number);
ALTER TABLE ONLY public.oubliette_journal
    ADD CONSTRAINT oubliette_journal_request_fkey FOREIGN KEY (request) REFERENCES public.oubliette_requests(number);
ALTER TABLE ONLY public.oubliette_note_sets
    ADD CONSTRAINT oubliette_note_sets_request_fkey FOREIGN KEY (request) REFERENCES public.oubliette_requests(number);
ALTER TABLE ONLY public.oubliette_notes
    ADD CONSTRAINT oubliette_notes_note_set_fkey FOREIGN KEY (note_set) REFERENCES public.oubliette_note_sets(number);
ALTER TABLE ONLY public.oubliette_sealed
    ADD CONSTRAINT oubliette_sealed_request_fkey FOREIGN KEY (request) REFERENCES public.oubliette_requests(number);
