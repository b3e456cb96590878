-- request: 01a1fb67-1800-7d4c-958b-b2dfc07650e2
-- code: 0T5GN23HDE7Z26QDJSDTMA71JHE6
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (`id`, `account_id`, `phone`, `email`, `fb_user`, `full_name`) VALUES
(1, 'acme', NULL, NULL, NULL, NULL),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (`id`, `title`) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (`contact_id`, `group_id`) VALUES
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (`id`, `from_id`, `to_id`, `group_id`, `body`) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben\'s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi\'s own'),
(8, NULL, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (`id`, `contact_id`, `parent_id`) VALUES
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (`day`, `seq`, `contact_id`, `thread_id`, `ip`, `agent`, `note`) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (`id`, `contact_id`, `street`) VALUES
(1, NULL, NULL),
(2, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7d4c-958b-b2dfc07650e2', x'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'on_hold', NULL, NULL, 47);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'13238F50E633525EB6345BFC13F3DFB9D3EFBD56CDC25E7D1400D19C8854079B', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"97fd9bb1319b2f8da33a06fbe99ddb4925440c383569ff96a77b6195325ddc3a","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"leave records of `invoices` as they are: a legal hold suspends their erasure","reason":{"category":"billing","ground":"legal_hold","citation":"Case 7/2026","until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"contacts","action":"anonymize","words":"empty records of `contacts` that something which stays still points to: mask `email`, `fb_user`, `full_name`, `phone`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":2},{"records":0,"shells":2},{"records":2},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":0,"shells":1},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"on_hold","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"absent","records":0}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"anonymized","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"cleared","records":3}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"absent","records":0}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"cleared","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"absent","records":0}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"cleared","records":1}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"anonymized","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"absent","records":0}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"erased","records":3}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"erased","records":2}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"absent","records":0}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}'),
(1, 40, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":17,"outcome":"absent","records":0}'),
(1, 41, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":18}'),
(1, 42, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":18,"outcome":"absent","records":0}'),
(1, 43, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":19}'),
(1, 44, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":19,"outcome":"anonymized","records":1}'),
(1, 45, '{"at":"2026-11-21T00:00:00Z","event":"executed","backups_gone_at":null,"still_holding":{}}'),
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"on_hold"}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'3978A6AF3ED8D3745427F0FEF95F6FD981998F8C7F011ACC1CF9CE8C2386B8150B20B60D2E558C8C21179C4777F02665B54C44C44DCB06B4289CF0E743110ED12C54ED66B07A8B882D49E60A14FE7721D7687AEA5CDD789BB2EC0B7AAB8B45EE0FDE19096F736B1E166299084CBD7E50B2584BC7A99785FAE610042AE91006FDB7198D2EA7C6BB0D41C50418EA096A75C9EC6B630E0033BCE9DD42331264F33ED23670A7D6937254DAB3BC4443DFB08FFDAEC1C032ECB6757CA68529206050B50230F57CA72C4EA7239FBE3A7885F4ED4F0F6894331EDCE711EDD521CBC5061C15AED7B01B3C3637E02F3FB27983191B51700DA72E794BF25625D487A0638106B307972BA09A852F29F168CF6A0BC0AEC8DE86F170956B4DA7A8E79B22F20B1F827BBD704B916EDAE19FA08F7B0CDB4F9DE8E5180023AD062E1691071EC3BCEEF5CC1DD1DF3D1389DD7CD060ABE16E690DED98D42131730367EBAADBB1036B0890EBEB67F749961C538F5FF39FAB99627B2DCFF5F4D40EE9FCC3F35BEE5C9DA1A3D5F5');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 2),
(2, 1, x'676F6E652F636F6E7461637473', 1),
(7, 1, x'676F6E652F6D656D6265727368697073', 2),
(8, 1, x'676F6E652F74687265616473', 3),
(9, 1, x'6B6570742F636F6E747261637473', 1),
(10, 1, x'6F74686572732F7669736974732F3132', 1),
(11, 1, x'6F74686572732F746872656164732F3130', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 12;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'FA1DE7FA07B96498C9529FA19573FD2B53FDC7229649F255AC7549617879899A', x'B89E71F5A21C2E5EF769A1DA815E5FD0819BCAFB29957CC4E05B396C96A863AF4501869945CCAEC621FF9A4C4DDF6B9617E94FE84D5DEF0C43B9DEA546D3D2'),
(1, 2, x'B1B57EA6A07BC855CF9BEC1676AE31A50D6341AF0BD93B05CA7FCBE9B8023A2E', x'D678DD960A8E1163C88811D887C9573C6EA4951C5680D79EE74F946B850A12F88BDC7E7D658BDABE4F412F4648EBE6F46F1312B326668B13FEA8FDF76AE179'),
(2, 1, x'04C87873F92F343A81E559988A0420845C5BB2605152D12BF5D2DC5EB9B96865', x'6CC181C1047097AD9C06D0D8E5D7F06616D0B8BE722E966A98B79A59F08B48B0EB01CEA8A4FCE6715B44030569A6E6025C35196BABCE1A4884458DE12B26BB'),
(7, 1, x'80FB72D42C0043C4A7EE727495AE4E6E18F2B6D843A7578D4FFDD9A7BEEE9D30', x'519259EBBDD52BD080C75D2F898796031CCB3C20B936C90176A0949500133800ECDC0B394BFE1FCECBD6DC0B1E0402D87982929C657DCAAA9112745EAC1C30B3936883ECC8759ADBB17C729C7E'),
(7, 2, x'95D200F394738D9507C0D9B9E9E8DC4F103A94AEFD6C9324EDE7427CA674482A', x'1422B224EBDA8A30929611FE547021C66DDB5A537D0FB92393C2A212F0DFE262B9DAC67BC3C1AA4A85D002843CE17C2918EAFFC5CEBF9C66CD5117BEA82BACC14E3089F0A2D8E4D0BD87CFD6A5'),
(8, 1, x'41DBA36A8ADC94D0315FA9B17260B6C5FC2B0A2189D7E725A29BED75FBD520B0', x'EA691F09E78F6976130E1CC268CE55B59E26EC896AB930D53EBE5D88874B9F89301F9F222E46F215EC0BC45E726CFB70ABE94943F784942D6A4002BE8EDDE8'),
(8, 2, x'8540251C726DC5C81B384AD0212BA6CF70E6F9960735081468BFF97A5785BA09', x'7AE7565B8FEED7C9E09C9806D67C8E779949EFB666E6BC62736A5A86F8D15F9ED8F7A850192A0BC44BC0D4B932D2CDD6DA4009DB942FAB3EDB28D54AC14FFC'),
(8, 3, x'EB8FB60D629EF27CDBE5BBAA70C5CC643AB44A45B36B12B2E8EF261B814DEB03', x'9F18CCCB738F0A1AF46A3369F6FEB6C7334009C8DBA9742E246A6C5A609D348CC441A0C74A7A104056A96F01A9951262C89BA48151C1F379A883A58B574CBD'),
(9, 1, x'C98C733706C71EDEF3BC5F46E633BEAE35A05E98FE650DA144523602E2D01688', x'FFF9B8A26432E661BC34354E00DA6841489EECF17A6298F83BBAB0E53DCD29D8A82D92F32FC83F578619C9343CB6665065789B5FEE312441384823778E712BF654D39B71AC7D37C3DABECAE24F3F2DBBBBE8B6F2759A3A0AE702E948077A7A'),
(10, 1, x'BA36F6C0A1580421AFD826C47758A4CD05AC8C53E264C8AB7205B3CA6A40462C', x'C663E3735CB981050CA989A02E21F13B0E7F59FAB6E1169AE74E1816B436D4F5A98FA4932DBA973E86C4B42D1EFA4DE4F136E361EF7D096AE69A2B25D871A84188104271F359AA7AF32C4AE521901C6F3B66FFCE3A'),
(11, 1, x'34DA296E3AF871BF8FAAC3917D9EEA88DB582CEDCC1021345856549BC3C700AD', x'8D990DEB205A657F0AF5C214B378F8F81B51875D9982F14A2222952578B968CA79AB9C8DC7DC1B95B0809BFF41FAE35943C5FEBAA27D15C674B6374439532C');
