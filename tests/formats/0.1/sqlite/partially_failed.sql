-- request: 01a1fb67-1800-7a94-9e44-e66a49cf524d
-- code: 7QAQZRXFDS9YNXFFHPME4SG2K5ZT
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (id, title) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (id, from_id, to_id, group_id, body) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7a94-9e44-e66a49cf524d', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'partially_failed', 1795220100000, NULL, 33);
INSERT INTO oubliette_codes (code, request) VALUES
(X'4E4D5736E935890F4EA6EE402584D95DA8381FDDA930083E8FE76C58EC535702', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":3}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"failed","records":0}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"stopped","problem":"store `crm` failed: erase: the store is away"}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"partially_failed"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'4145369823C1EB9F1BFC6AA7E07C574AB09B58954F9E658050840B9E2CE4210FBA10AFAB875235774ED45809D9A8DCBD06D7A6B9052FE7540A5B9892790CDCB142CC51EBDBAE0E4FA0A5B0B7B06234B4F80DD79C66CC675EF3E6B552DE7CDAEB56570AEE58DFEB9BB0AB143DC774D4775D950C399C085BFCC63D0DA59B8434BF42B30D45B8A3A0E2EE5D3DBEF049066B2D85691CFCAF0E8092765C91D5E29B3E305B3A3B31889675A0637211994FA772DF4DB62DD1BFF202922DE95A4F4011F5F4CE585AAFCC2BCEC32B38A84FE76E8B1C5C32C1CEA30A2A897087C75F5F1213D00A933BED9E79009BC989B3EC819454530F50B414D11D36F04D428CD314A054A6DAB4E6482A61435BBAEEE8396713DDDB632226285DC0CCB2DB647B51C09FEF7A0240DC12CFF1ED4E86F4C1DD62DCE542E8983C2A99776435C2CCB5EB91E2815AF9184E67CE4BC49FA5B0908CF29F0A4B03BC14B1BBCDF08ACA76D9A45E567162C4D15EE49FB2502E9B9781890D48F72443D8CBE4150A024E06C182A94FAE193053D7');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1),
(12, 1, 'others/visits/12', 1),
(13, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'BB25AD8A6D636D4ECF5530C805D286C7696BFBD5AC8BA25260CCB37ACB9F9398', X'9C8BA506B52057518A4C833773ED61EC77C345E3B853E86374FE036F7F1FB10D5A1D50834D0E00480F647EC222F56BE6CEDCD2BF4755A4047B93EF13684B79'),
(1, 2, X'7DDBDBE8E0642F976AF2AD3FEB98B6FFBAFE1A19B08D4C08954D509FA11973F1', X'53004BC7F30D941611816F560F5C972435A14248CE3721A7DC8049C42C92E04CEA20852FF12CE01808B7B1B89FC56653232B40808951BB96967BEFEA236A1F'),
(6, 1, X'DD525986D91469FD5A6C3C9A929C0F690CCCEABFC0FC98601F10233F448DB2AB', X'1183991B71E7143C4ACF1F02E544C823067568597AC0A579223393B42E085FEE39A0150FA1AF0C8325A413E78590E0F6C90737F6A0068A4DC5C245688E42AF'),
(7, 1, X'C463EE7EC7B20C7D2C239A354D5D59656F46E36DD93FBE7E035DF42EE7170B6B', X'45B51B472D55068A0D402D51B69FB287AF4A32702AE1744BAC6096220F7C38F061308850F967D89D809E87EA3CFEE9F02C286AB9A43A4B19EB464AB24B06DC6FD9BD261D9DBCF75BD639C05F7A'),
(7, 2, X'ECD4D2AB6C5CC6ECF6C1FF6B0EC4ABE301CCFA4AAB252E90D6F5C51F788A54ED', X'BCAB99B9B6B5155CBAE9146E5F194247263EA3FDF7829EB9AC5F73E6CA3FB62B91664C6CC65AD70D9907DF5EF790B3AAAFA0EA62904AC39F278475D24648E8CD227492B91832792314318AB272'),
(8, 1, X'F362F3EC3548D4A29551755DCFA018D6C734BF10BBA7DC76D654CB20044F7267', X'1F9F9960E0D9D9CA5EF23B7E1AA19E27255D7A0EE544C5B21DA341C572D3ACB0746B9E0A9D91BCF647FFD2E97B6B411E480EC1A78023B84798CBEDC8DB86F1'),
(8, 2, X'5BDE65F9D64F4A0B7D0231EB2EB2C2528E689B11FADAD9FEA87FB32C1B2A5CA6', X'E4C361AB94777D1FD20BFB2C27F44BB423685E48DF671E20D2F08ADE89F77D2754E324CF139365F85C1126A5F7D7A03245A183AB72ACAE64F9C041FCF50AEF'),
(8, 3, X'0C0C31DD0F73726D6D62BE82D212BD10F1B3BABD0DF4DA6833CC9EDBEE93EC8D', X'15894B9A6637452132EE2CA59C51FB5C3F94CAB71DAB239F95EC0A3B3280E66916A36620F4728BA4803272A5BAA276870FCAD329B15A8748B0A6B4BE746CBA'),
(9, 1, X'CFD2F6F47FC9E697662707B149FAD064D4A577B74F42DF22C795CF966CED57E1', X'EAEBCC9065CE1ED244F04DBA56BB6063C6253AC0C6BDE936EE3656658B32B78B3F0F07E76CADDCE69E7D4A1721C4B989B5EF629E99E271CD5F04F979D26EC8'),
(10, 1, X'BD05DB5CF99A4FF126782673DA30EB83E10488C0FFF0E7426E9894FAB1C8763A', X'45BF92AA3C708D9344B3FCD47183787507D9A2F91B0448BD079619CCBA8BD553C8AF3BCB92FD46137C7F66362E08CB22CDE7F4C87B70E122EE87EF93EE3C5D90F1C8C31A31A1AAD59C271D26E6008305F7A0E429F7EC3A05CD1DA927E957C6'),
(11, 1, X'12C0BEB0939D8FEF432DE3ECBD50062CFB1985413AC99CDDC2D4B023CCB917C8', X'952F1D6CEF6213E52F95270C7AE1AEBFBDE5CE6B4635C2D7FFD152B2A91365298117F51373E0747F067F7DB5463E7FAC86FB19710A72153AC26CD8419418B2AACD212916B1703B49FFEDA33B441B06E5D2C1551DD2560B8F0A74C73F5C1776438A060FFB33AFBCEA422502018AF6426C81EB76FBA06F745608A09D987F5A0174BE'),
(12, 1, X'F78AC8F4DE61F20C59DFEA6D8FDEFE5892835DF3BD058A6937AE3F2D3943A3E5', X'60EF4A61160CC4D79A375E2F379503946E965EBC0DD3820BC4E59DE21A3DCD43E04DDFFE82614C2A8E3D7CBB1D6B51628BC981107545030CBB6284DFAD4B4B02DCF3034BA9C0E7E6D468F2D1E29C2B7374C0CC1BB9'),
(13, 1, X'6C322EB7ED6EBF34F4A66298856F6C3A9E3075076E55BE2CC472CEEBED9DDB5D', X'8F78CD803FD02537786CF8624CF8D19651E07825BE8136B28DAB603BF129052217EDE4F62B9AFFB752E8C06705353A882CDDB56156A692E50989DF16620B32');
