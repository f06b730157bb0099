import { env } from '@/lib/env';
import { plainReason } from '@/lib/mail/failures';
import { sendTestMail } from '@/lib/mail/test-mail';
import { closeMailer } from '@/lib/mail/transport';
import { loadEnvironmentFile } from '@/lib/process/environment-file';

/** `npm run mail:test -- ADDRESS`: sends one mail by the settings of .env, and says what the server answered. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const address = process.argv[2];
  if (!address?.includes('@')) throw new Error('Say where to: npm run mail:test -- name@example.org');
  const answer = await sendTestMail(address, env().APP_URL, new Date());
  console.log(`${address}: ${answer}`);
}

main()
  .catch((error) => {
    console.error(plainReason(error));
    process.exitCode = 1;
  })
  .finally(closeMailer);
