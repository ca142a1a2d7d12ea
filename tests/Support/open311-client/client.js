// The npm package open311, which knows nothing of the platform, asks for everything that it can ask for, and prints what it understood.
// Its two readers of XML cannot be had as packages; it does not call them for JSON.
const Open311 = require('open311');
const [endpoint, jurisdiction, apiKey] = process.argv.slice(2);
const client = new Open311({ discovery: `${endpoint}discovery.json`, endpoint, jurisdiction, apiKey, format: 'json' });

const call = (method, ...given) =>
  new Promise((resolve, reject) =>
    client[method](...given, (refused, answer) => (refused ? reject(new Error(`${method}: ${answer}`)) : resolve(answer))));

(async () => {
  const discovery = await call('serviceDiscovery', { cache: false });
  const services = await call('serviceList');
  const definition = await call('serviceDefinition', services[0].service_code);
  const [sent] = await call('submitRequest', {
    service_code: services[0].service_code,
    lat: 10.4938,
    long: 105.6882,
    description: `Đường hỏng ${Date.now()}`,
    first_name: 'Thử',
    last_name: 'Nguyễn Thị',
    attributes: { [definition.attributes[0].code]: 'Thôn Đoài' },
  });
  const [token] = await call('token', sent.service_request_id);
  const [one] = await call('serviceRequest', sent.service_request_id, {});
  const all = await call('serviceRequests', { status: 'open' });
  console.log(JSON.stringify({ discovery, services, definition, sent, token, one, all }));
})().catch((failure) => {
  console.error(failure.message);
  process.exit(1);
});
