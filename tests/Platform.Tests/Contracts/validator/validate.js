// Takes the file of [{schema, data}, …] and prints for each null, or what is wrong: with the schema itself, or with the data under it.
const { readFileSync } = require("fs");
const Ajv2020 = require("ajv/dist/2020");
const addFormats = require("ajv-formats");

const judge = ({ schema, data }) => {
  try {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    return validate(data) ? null : ajv.errorsText(validate.errors);
  } catch (refused) {
    return `schema: ${refused.message}`;
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[2], "utf8")).map(judge)));
