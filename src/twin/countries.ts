/** A country where the twin has diplomats: ISO 3166-1 alpha-2 code, and the city of the embassy. */
export interface Posting {
  country: string;
  capital: string;
}

/** 126 countries, as many as the paper counts (claim V16). Which ones they are is the twin's own choice. */
export const postings: Posting[] = `
AE Abu Dhabi;AF Kabul;AG St. John's;AL Tirana;AM Yerevan;AO Luanda;AR Buenos Aires;AT Vienna;AU Canberra;AZ Baku;BA Sarajevo;
BB Bridgetown;BD Dhaka;BE Brussels;BF Ouagadougou;BG Sofia;BH Manama;BI Gitega;BJ Porto-Novo;BN Bandar Seri Begawan;BO La Paz;
BR Brasilia;BS Nassau;BW Gaborone;BY Minsk;CA Ottawa;CD Kinshasa;CF Bangui;CG Brazzaville;CH Bern;CI Abidjan;CL Santiago;
CM Yaounde;CO Bogota;CR San Jose;CU Havana;CV Praia;CY Nicosia;CZ Prague;DE Berlin;DJ Djibouti;DK Copenhagen;DM Roseau;
DO Santo Domingo;DZ Algiers;EC Quito;EE Tallinn;EG Cairo;ER Asmara;ES Madrid;ET Addis Ababa;FI Helsinki;FJ Suva;FR Paris;
GA Libreville;GB London;GD St. George's;GE Tbilisi;GH Accra;GM Banjul;GN Conakry;GQ Malabo;GR Athens;GW Bissau;GY Georgetown;
HR Zagreb;HU Budapest;ID Jakarta;IE Dublin;IL Tel Aviv;IN New Delhi;IQ Baghdad;IR Tehran;IS Reykjavik;IT Rome;JM Kingston;
JO Amman;JP Tokyo;KE Nairobi;KG Bishkek;KH Phnom Penh;KR Seoul;KW Kuwait City;KZ Astana;LA Vientiane;LB Beirut;LK Colombo;
LR Monrovia;LS Maseru;LT Vilnius;LV Riga;MA Rabat;MD Chisinau;MG Antananarivo;MK Skopje;ML Bamako;MM Naypyidaw;MN Ulaanbaatar;
MR Nouakchott;MT Valletta;MU Port Louis;MV Male;MW Lilongwe;MX Mexico City;MY Kuala Lumpur;MZ Maputo;NA Windhoek;NG Abuja;
NL The Hague;NO Oslo;NP Kathmandu;NZ Wellington;OM Muscat;PA Panama City;PE Lima;PG Port Moresby;PH Manila;PK Islamabad;
PL Warsaw;PT Lisbon;QA Doha;RO Bucharest;RS Belgrade;RU Moscow;TH Bangkok;US Washington`
  .split(";")
  .map((entry) => entry.trim())
  .map((entry) => ({ country: entry.slice(0, 2), capital: entry.slice(3) }));
