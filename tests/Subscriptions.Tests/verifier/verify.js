// Takes {secret, headers, body} as JSON and says whether the library of Standard Webhooks takes it.
const { Webhook } = require("standardwebhooks");
const { secret, headers, body } = JSON.parse(process.argv[2]);
try {
  new Webhook(secret).verify(body, headers);
  console.log("verified");
} catch (refused) {
  console.log(`refused: ${refused.message}`);
}
