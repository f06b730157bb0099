/** What may be done with the data, as far as it is known. The words of /about and of every export. */
export const dataLicence =
  'There is no one licence for the data. It is facts and figures in words of our own, each with its source; no text was copied. CNS publishes no open licence for its sheet, and CSIS reserves all rights: Apogee can give no rights that are those of its sources. The Apache License 2.0 covers the software, not the data.';

export const dataCredit =
  'If you use it, credit Apogee; the CNS North Korea Missile Test Database (James Martin Center for Nonproliferation Studies, for the Nuclear Threat Initiative); nk-missile-tests, for bearings announced by Japan’s Ministry of Defense; CSIS Beyond Parallel and CSIS Missile Threat; and the sources named at each event.';
