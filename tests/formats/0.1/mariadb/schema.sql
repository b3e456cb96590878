CREATE TABLE `crm_contacts` (
  `id` bigint(20) NOT NULL,
  `account_id` varchar(40) NOT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `email` varchar(80) DEFAULT NULL,
  `fb_user` varchar(40) DEFAULT NULL,
  `full_name` varchar(80) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_groups` (
  `id` bigint(20) NOT NULL,
  `title` varchar(80) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_memberships` (
  `contact_id` bigint(20) NOT NULL,
  `group_id` bigint(20) NOT NULL,
  PRIMARY KEY (`contact_id`,`group_id`),
  KEY `group_id` (`group_id`),
  CONSTRAINT `crm_memberships_ibfk_1` FOREIGN KEY (`contact_id`) REFERENCES `crm_contacts` (`id`),
  CONSTRAINT `crm_memberships_ibfk_2` FOREIGN KEY (`group_id`) REFERENCES `crm_groups` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_messages` (
  `id` bigint(20) NOT NULL,
  `from_id` bigint(20) DEFAULT NULL,
  `to_id` bigint(20) DEFAULT NULL,
  `group_id` bigint(20) DEFAULT NULL,
  `body` varchar(200) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `from_id` (`from_id`),
  KEY `to_id` (`to_id`),
  KEY `group_id` (`group_id`),
  CONSTRAINT `crm_messages_ibfk_1` FOREIGN KEY (`from_id`) REFERENCES `crm_contacts` (`id`),
  CONSTRAINT `crm_messages_ibfk_2` FOREIGN KEY (`to_id`) REFERENCES `crm_contacts` (`id`),
  CONSTRAINT `crm_messages_ibfk_3` FOREIGN KEY (`group_id`) REFERENCES `crm_groups` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_threads` (
  `id` varchar(40) NOT NULL,
  `contact_id` bigint(20) DEFAULT NULL,
  `parent_id` varchar(40) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `contact_id` (`contact_id`),
  CONSTRAINT `crm_threads_ibfk_1` FOREIGN KEY (`contact_id`) REFERENCES `crm_contacts` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_visits` (
  `day` varchar(10) NOT NULL,
  `seq` bigint(20) NOT NULL,
  `contact_id` bigint(20) DEFAULT NULL,
  `thread_id` varchar(40) DEFAULT NULL,
  `ip` varchar(40) DEFAULT NULL,
  `agent` varchar(80) DEFAULT NULL,
  `note` varchar(200) DEFAULT NULL,
  PRIMARY KEY (`day`,`seq`),
  KEY `contact_id` (`contact_id`),
  KEY `thread_id` (`thread_id`),
  CONSTRAINT `crm_visits_ibfk_1` FOREIGN KEY (`contact_id`) REFERENCES `crm_contacts` (`id`),
  CONSTRAINT `crm_visits_ibfk_2` FOREIGN KEY (`thread_id`) REFERENCES `crm_threads` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_addresses` (
  `id` bigint(20) NOT NULL,
  `contact_id` bigint(20) DEFAULT NULL,
  `street` varchar(80) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `contact_id` (`contact_id`),
  CONSTRAINT `crm_addresses_ibfk_1` FOREIGN KEY (`contact_id`) REFERENCES `crm_contacts` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_invoices` (
  `id` char(36) NOT NULL,
  `contact_id` bigint(20) DEFAULT NULL,
  `address_id` bigint(20) DEFAULT NULL,
  `issued` date DEFAULT NULL,
  `paid` date DEFAULT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `total` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `contact_id` (`contact_id`),
  KEY `address_id` (`address_id`),
  CONSTRAINT `crm_invoices_ibfk_1` FOREIGN KEY (`contact_id`) REFERENCES `crm_contacts` (`id`),
  CONSTRAINT `crm_invoices_ibfk_2` FOREIGN KEY (`address_id`) REFERENCES `crm_addresses` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `crm_contracts` (
  `id` bigint(20) NOT NULL,
  `contact_id` bigint(20) DEFAULT NULL,
  `ended` date DEFAULT NULL,
  `signed_by` varchar(80) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `contact_id` (`contact_id`),
  CONSTRAINT `crm_contracts_ibfk_1` FOREIGN KEY (`contact_id`) REFERENCES `crm_contacts` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `oubliette_migrations` (
  `number` bigint(20) NOT NULL,
  PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `oubliette_requests` (
  `number` bigint(20) NOT NULL AUTO_INCREMENT,
  `id` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `idempotency` varbinary(32) NOT NULL,
  `state` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `due` bigint(20) DEFAULT NULL,
  `leased_until` bigint(20) DEFAULT NULL,
  `lines` bigint(20) NOT NULL,
  PRIMARY KEY (`number`),
  UNIQUE KEY `id` (`id`),
  UNIQUE KEY `idempotency` (`idempotency`),
  KEY `oubliette_requests_due` (`due`,`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `oubliette_codes` (
  `code` varbinary(32) NOT NULL,
  `request` bigint(20) NOT NULL,
  PRIMARY KEY (`code`),
  KEY `oubliette_codes_request` (`request`),
  CONSTRAINT `oubliette_codes_request` FOREIGN KEY (`request`) REFERENCES `oubliette_requests` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `oubliette_journal` (
  `request` bigint(20) NOT NULL,
  `line` bigint(20) NOT NULL,
  `entry` longtext NOT NULL,
  PRIMARY KEY (`request`,`line`),
  CONSTRAINT `oubliette_journal_request` FOREIGN KEY (`request`) REFERENCES `oubliette_requests` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `oubliette_sealed` (
  `request` bigint(20) NOT NULL,
  `content` longblob NOT NULL,
  PRIMARY KEY (`request`),
  CONSTRAINT `oubliette_sealed_request` FOREIGN KEY (`request`) REFERENCES `oubliette_requests` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `oubliette_note_sets` (
  `number` bigint(20) NOT NULL AUTO_INCREMENT,
  `request` bigint(20) NOT NULL,
  `name` varbinary(1024) NOT NULL,
  `noted` bigint(20) NOT NULL,
  PRIMARY KEY (`number`),
  UNIQUE KEY `request` (`request`,`name`),
  CONSTRAINT `oubliette_note_sets_request` FOREIGN KEY (`request`) REFERENCES `oubliette_requests` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `oubliette_notes` (
  `note_set` bigint(20) NOT NULL,
  `number` bigint(20) NOT NULL,
  `digest` varbinary(32) NOT NULL,
  `sealed` longblob NOT NULL,
  PRIMARY KEY (`note_set`,`number`),
  UNIQUE KEY `note_set` (`note_set`,`digest`),
  CONSTRAINT `oubliette_notes_set` FOREIGN KEY (`note_set`) REFERENCES `oubliette_note_sets` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
