// Generated from schemas/ai-system.schema.json by `npm run generate`. Do not edit.

var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// validator.js
var validate = validate21, schema6 = { properties: { apiVersion: { enum: ["ai-system/v1"] }, system: {}, owners: { propertyNames: {}, additionalProperties: {} }, sources: { propertyNames: {}, additionalProperties: {} }, models: { propertyNames: {}, additionalProperties: {} }, prompts: { propertyNames: {}, additionalProperties: {} }, indexes: { propertyNames: {}, additionalProperties: {} }, tools: { propertyNames: {}, additionalProperties: {} }, evaluation: {}, logging: {}, monitoring: {}, operations: {}, governance: {}, waivers: { items: {} } } }, func0 = Object.prototype.hasOwnProperty, func50 = require_ucs2length().default, schema7 = { properties: { name: {}, type: { enum: ["rag", "llm", "agent", "model"] }, stage: { enum: ["pilot", "pre-production", "production", "retired"] }, launch: {}, owner: {}, reviewed: {}, purpose: {}, languages: { items: {} }, in_scope: { items: {} }, out_of_scope: { items: {} }, when_out_of_scope: { enum: ["refuse", "hand-off", "answer-with-warning"] }, decision_role: { enum: ["informs", "recommends", "decides"] }, criticality: { enum: ["low", "standard", "critical"] }, users: { properties: { who: {}, count: {}, roles: {}, exposure: { enum: ["internal", "partner", "public"] } } }, load: { properties: { per_day: {}, peak_per_minute: {}, calls_per_request: {} } }, success: { properties: { metric: {}, baseline: {}, target: {}, check_every: {}, proof: {} } }, pilot: { properties: { ends: {}, exit: { items: {} } } }, pilot_gaps: { items: {} } } };
var pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
function validate23(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 100) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern0.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate23.errors = vErrors, errors === 0;
}
var pattern1 = new RegExp("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$", "u");
function validate25(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 10) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 10 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern1.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate25.errors = vErrors, errors === 0;
}
function validate29(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  return validate29.errors = vErrors, errors === 0;
}
var pattern2 = new RegExp("^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$", "u");
function validate31(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 35) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 35 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern2.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate31.errors = vErrors, errors === 0;
}
function validate33(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  return validate33.errors = vErrors, errors === 0;
}
function validate37(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 === "boolean" || data === null || dataType0 === "string" && data && data == +data && !(data % 1))
        coerced0 = +data;
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "number" && isFinite(data) && (data < 0 || isNaN(data))) {
    let err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate37.errors = vErrors, errors === 0;
}
function validate42(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(typeof data == "number" && isFinite(data))) {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "boolean" || data === null || dataType0 == "string" && data && data == +data)
        coerced0 = +data;
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  return validate42.errors = vErrors, errors === 0;
}
var pattern3 = new RegExp("^[0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h|d|w)$", "u");
function validate47(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern3.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h|d|w)$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate47.errors = vErrors, errors === 0;
}
var pattern4 = new RegExp("^(?:https://\\S+|(?:[a-z][a-z0-9-]{0,31}//)?[^\\s#:\\\\][^#:\\\\]*(?:#\\S.*)?)$", "u");
function validate49(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 1e3) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e3 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern4.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:https://\\S+|(?:[a-z][a-z0-9-]{0,31}//)?[^\\s#:\\\\][^#:\\\\]*(?:#\\S.*)?)$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate49.errors = vErrors, errors === 0;
}
function validate53(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "gap" || key0 === "closed" || key0 === "proof" || key0 === "due" || key0 === "owner")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.gap !== void 0 && func0.call(data, "gap") && (validate29(data.gap, { instancePath: instancePath + "/gap", a: data, b: "gap", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.closed !== void 0 && func0.call(data, "closed") && (validate25(data.closed, { instancePath: instancePath + "/closed", a: data, b: "closed", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.proof !== void 0 && func0.call(data, "proof") && (validate49(data.proof, { instancePath: instancePath + "/proof", a: data, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.due !== void 0 && func0.call(data, "due") && (validate25(data.due, { instancePath: instancePath + "/due", a: data, b: "due", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate53.errors = vErrors, errors === 0;
}
function validate22(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema7.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.name !== void 0 && func0.call(data, "name") && (validate23(data.name, { instancePath: instancePath + "/name", a: data, b: "name", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.type !== void 0 && func0.call(data, "type")) {
      let data1 = data.type;
      if (!(data1 === "rag" || data1 === "llm" || data1 === "agent" || data1 === "model")) {
        let err1 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema7.properties.type.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.stage !== void 0 && func0.call(data, "stage")) {
      let data2 = data.stage;
      if (!(data2 === "pilot" || data2 === "pre-production" || data2 === "production" || data2 === "retired")) {
        let err2 = { instancePath: instancePath + "/stage", schemaPath: "#/properties/stage/enum", keyword: "enum", params: { allowedValues: schema7.properties.stage.enum } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.launch !== void 0 && func0.call(data, "launch") && (validate25(data.launch, { instancePath: instancePath + "/launch", a: data, b: "launch", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.reviewed !== void 0 && func0.call(data, "reviewed") && (validate25(data.reviewed, { instancePath: instancePath + "/reviewed", a: data, b: "reviewed", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.purpose !== void 0 && func0.call(data, "purpose") && (validate29(data.purpose, { instancePath: instancePath + "/purpose", a: data, b: "purpose", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.languages !== void 0 && func0.call(data, "languages")) {
      let data7 = data.languages;
      if (Array.isArray(data7)) {
        let len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate31(data7[i0], { instancePath: instancePath + "/languages/" + i0, a: data7, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate31.errors : joined(vErrors, validate31.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.in_scope !== void 0 && func0.call(data, "in_scope")) {
      let data9 = data.in_scope;
      if (Array.isArray(data9)) {
        let len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate33(data9[i1], { instancePath: instancePath + "/in_scope/" + i1, a: data9, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/in_scope", schemaPath: "#/properties/in_scope/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.out_of_scope !== void 0 && func0.call(data, "out_of_scope")) {
      let data11 = data.out_of_scope;
      if (Array.isArray(data11)) {
        let len2 = data11.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate33(data11[i2], { instancePath: instancePath + "/out_of_scope/" + i2, a: data11, b: i2, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
      } else {
        let err5 = { instancePath: instancePath + "/out_of_scope", schemaPath: "#/properties/out_of_scope/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.when_out_of_scope !== void 0 && func0.call(data, "when_out_of_scope")) {
      let data13 = data.when_out_of_scope;
      if (!(data13 === "refuse" || data13 === "hand-off" || data13 === "answer-with-warning")) {
        let err6 = { instancePath: instancePath + "/when_out_of_scope", schemaPath: "#/properties/when_out_of_scope/enum", keyword: "enum", params: { allowedValues: schema7.properties.when_out_of_scope.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.decision_role !== void 0 && func0.call(data, "decision_role")) {
      let data14 = data.decision_role;
      if (!(data14 === "informs" || data14 === "recommends" || data14 === "decides")) {
        let err7 = { instancePath: instancePath + "/decision_role", schemaPath: "#/properties/decision_role/enum", keyword: "enum", params: { allowedValues: schema7.properties.decision_role.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.criticality !== void 0 && func0.call(data, "criticality")) {
      let data15 = data.criticality;
      if (!(data15 === "low" || data15 === "standard" || data15 === "critical")) {
        let err8 = { instancePath: instancePath + "/criticality", schemaPath: "#/properties/criticality/enum", keyword: "enum", params: { allowedValues: schema7.properties.criticality.enum } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.users !== void 0 && func0.call(data, "users")) {
      let data16 = data.users;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        for (let key1 of Object.keys(data16))
          if (!(key1 === "who" || key1 === "count" || key1 === "roles" || key1 === "exposure")) {
            let err9 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        if (data16.who !== void 0 && func0.call(data16, "who") && (validate33(data16.who, { instancePath: instancePath + "/users/who", a: data16, b: "who", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data16.count !== void 0 && func0.call(data16, "count") && (validate37(data16.count, { instancePath: instancePath + "/users/count", a: data16, b: "count", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data16.roles !== void 0 && func0.call(data16, "roles") && (validate37(data16.roles, { instancePath: instancePath + "/users/roles", a: data16, b: "roles", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data16.exposure !== void 0 && func0.call(data16, "exposure")) {
          let data20 = data16.exposure;
          if (!(data20 === "internal" || data20 === "partner" || data20 === "public")) {
            let err10 = { instancePath: instancePath + "/users/exposure", schemaPath: "#/properties/users/properties/exposure/enum", keyword: "enum", params: { allowedValues: schema7.properties.users.properties.exposure.enum } };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.load !== void 0 && func0.call(data, "load")) {
      let data21 = data.load;
      if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
        for (let key2 of Object.keys(data21))
          if (!(key2 === "per_day" || key2 === "peak_per_minute" || key2 === "calls_per_request")) {
            let err12 = { instancePath: instancePath + "/load", schemaPath: "#/properties/load/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        data21.per_day !== void 0 && func0.call(data21, "per_day") && (validate37(data21.per_day, { instancePath: instancePath + "/load/per_day", a: data21, b: "per_day", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data21.peak_per_minute !== void 0 && func0.call(data21, "peak_per_minute") && (validate37(data21.peak_per_minute, { instancePath: instancePath + "/load/peak_per_minute", a: data21, b: "peak_per_minute", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data21.calls_per_request !== void 0 && func0.call(data21, "calls_per_request") && (validate42(data21.calls_per_request, { instancePath: instancePath + "/load/calls_per_request", a: data21, b: "calls_per_request", c: rootData }) || (vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors), errors = vErrors.length));
      } else {
        let err13 = { instancePath: instancePath + "/load", schemaPath: "#/properties/load/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.success !== void 0 && func0.call(data, "success")) {
      let data25 = data.success;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (let key3 of Object.keys(data25))
          if (!(key3 === "metric" || key3 === "baseline" || key3 === "target" || key3 === "check_every" || key3 === "proof")) {
            let err14 = { instancePath: instancePath + "/success", schemaPath: "#/properties/success/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        data25.metric !== void 0 && func0.call(data25, "metric") && (validate29(data25.metric, { instancePath: instancePath + "/success/metric", a: data25, b: "metric", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data25.baseline !== void 0 && func0.call(data25, "baseline") && (validate42(data25.baseline, { instancePath: instancePath + "/success/baseline", a: data25, b: "baseline", c: rootData }) || (vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors), errors = vErrors.length)), data25.target !== void 0 && func0.call(data25, "target") && (validate42(data25.target, { instancePath: instancePath + "/success/target", a: data25, b: "target", c: rootData }) || (vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors), errors = vErrors.length)), data25.check_every !== void 0 && func0.call(data25, "check_every") && (validate47(data25.check_every, { instancePath: instancePath + "/success/check_every", a: data25, b: "check_every", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data25.proof !== void 0 && func0.call(data25, "proof") && (validate49(data25.proof, { instancePath: instancePath + "/success/proof", a: data25, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err15 = { instancePath: instancePath + "/success", schemaPath: "#/properties/success/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.pilot !== void 0 && func0.call(data, "pilot")) {
      let data31 = data.pilot;
      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
        for (let key4 of Object.keys(data31))
          if (!(key4 === "ends" || key4 === "exit")) {
            let err16 = { instancePath: instancePath + "/pilot", schemaPath: "#/properties/pilot/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        if (data31.ends !== void 0 && func0.call(data31, "ends") && (validate25(data31.ends, { instancePath: instancePath + "/pilot/ends", a: data31, b: "ends", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data31.exit !== void 0 && func0.call(data31, "exit")) {
          let data33 = data31.exit;
          if (Array.isArray(data33)) {
            let len3 = data33.length;
            for (let i3 = 0; i3 < len3; i3++)
              validate29(data33[i3], { instancePath: instancePath + "/pilot/exit/" + i3, a: data33, b: i3, c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length);
          } else {
            let err17 = { instancePath: instancePath + "/pilot/exit", schemaPath: "#/properties/pilot/properties/exit/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
      } else {
        let err18 = { instancePath: instancePath + "/pilot", schemaPath: "#/properties/pilot/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.pilot_gaps !== void 0 && func0.call(data, "pilot_gaps")) {
      let data35 = data.pilot_gaps;
      if (Array.isArray(data35)) {
        let len4 = data35.length;
        for (let i4 = 0; i4 < len4; i4++)
          validate53(data35[i4], { instancePath: instancePath + "/pilot_gaps/" + i4, a: data35, b: i4, c: rootData }) || (vErrors = vErrors === null ? validate53.errors : joined(vErrors, validate53.errors), errors = vErrors.length);
      } else {
        let err19 = { instancePath: instancePath + "/pilot_gaps", schemaPath: "#/properties/pilot_gaps/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
  } else {
    let err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
var pattern6 = new RegExp("^(?:mailto:[^\\s@]+@[^\\s@]+|(?:slack|teams|pagerduty|opsgenie):[^\\s#]\\S*)$", "u");
function validate64(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 300) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 300 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern6.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:mailto:[^\\s@]+@[^\\s@]+|(?:slack|teams|pagerduty|opsgenie):[^\\s#]\\S*)$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate64.errors = vErrors, errors === 0;
}
var pattern7 = new RegExp("^@?[A-Za-z0-9][A-Za-z0-9._:/@-]*$", "u");
function validate66(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 200) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern7.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^@?[A-Za-z0-9][A-Za-z0-9._:/@-]*$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate66.errors = vErrors, errors === 0;
}
function validate61(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "team" || key0 === "person" || key0 === "contact" || key0 === "handle" || key0 === "backup" || key0 === "until")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.team !== void 0 && func0.call(data, "team") && (validate33(data.team, { instancePath: instancePath + "/team", a: data, b: "team", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.person !== void 0 && func0.call(data, "person") && (validate33(data.person, { instancePath: instancePath + "/person", a: data, b: "person", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.contact !== void 0 && func0.call(data, "contact")) {
      let data2 = data.contact;
      if (Array.isArray(data2)) {
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate64(data2[i0], { instancePath: instancePath + "/contact/" + i0, a: data2, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate64.errors : joined(vErrors, validate64.errors), errors = vErrors.length);
      } else {
        let err1 = { instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    data.handle !== void 0 && func0.call(data, "handle") && (validate66(data.handle, { instancePath: instancePath + "/handle", a: data, b: "handle", c: rootData }) || (vErrors = vErrors === null ? validate66.errors : joined(vErrors, validate66.errors), errors = vErrors.length)), data.backup !== void 0 && func0.call(data, "backup") && (validate23(data.backup, { instancePath: instancePath + "/backup", a: data, b: "backup", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.until !== void 0 && func0.call(data, "until") && (validate25(data.until, { instancePath: instancePath + "/until", a: data, b: "until", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length));
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate61.errors = vErrors, errors === 0;
}
var schema21 = { properties: { what: {}, system: {}, owner: {}, status: { enum: ["connected", "planned", "dropped"] }, due: {}, via: { enum: ["index", "api", "features", "training"] }, data: { properties: { from: { enum: ["production", "staging", "copy", "sample", "synthetic"] }, copied: {}, class: { enum: ["public", "internal", "confidential", "restricted"] }, personal: { enum: ["none", "personal", "special"] } } }, auth: { properties: { method: {}, identity: {}, secret: {}, rotate: {} } }, access: { properties: { varies_by: { enum: ["user", "role", "none"] }, enforced_at: { enum: ["source", "index-filter", "app"] }, test: {} } }, formats: { properties: { expected: { items: {} }, other: { enum: ["quarantine", "ocr", "count-and-skip", "reject"] } } }, tested: { properties: { date: {}, with: { enum: ["production", "staging", "synthetic"] }, covers: { items: {} }, proof: {} } }, load: { properties: { calls_per_request: {} } }, limits: {}, resilience: {}, quality: {}, contract: {}, change_notice: {} } };
var pattern9 = new RegExp("^(?:vault|env|secretsmanager|ssm|keyvault|gsm|k8s|sops):\\S+$", "u");
function validate79(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 300) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 300 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern9.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:vault|env|secretsmanager|ssm|keyvault|gsm|k8s|sops):\\S+$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate79.errors = vErrors, errors === 0;
}
var pattern10 = new RegExp("^[0-9]+(?:\\.[0-9]+)?/(?:s|min|h|day)$", "u");
function validate89(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern10.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(?:\\.[0-9]+)?/(?:s|min|h|day)$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate89.errors = vErrors, errors === 0;
}
var pattern11 = new RegExp("^(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?)%$", "u");
function validate92(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern11.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?)%$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate92.errors = vErrors, errors === 0;
}
function validate88(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "rate" || key0 === "tokens_per_minute" || key0 === "availability" || key0 === "p95")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.rate !== void 0 && func0.call(data, "rate") && (validate89(data.rate, { instancePath: instancePath + "/rate", a: data, b: "rate", c: rootData }) || (vErrors = vErrors === null ? validate89.errors : joined(vErrors, validate89.errors), errors = vErrors.length)), data.tokens_per_minute !== void 0 && func0.call(data, "tokens_per_minute") && (validate37(data.tokens_per_minute, { instancePath: instancePath + "/tokens_per_minute", a: data, b: "tokens_per_minute", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data.availability !== void 0 && func0.call(data, "availability") && (validate92(data.availability, { instancePath: instancePath + "/availability", a: data, b: "availability", c: rootData }) || (vErrors = vErrors === null ? validate92.errors : joined(vErrors, validate92.errors), errors = vErrors.length)), data.p95 !== void 0 && func0.call(data, "p95") && (validate47(data.p95, { instancePath: instancePath + "/p95", a: data, b: "p95", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate88.errors = vErrors, errors === 0;
}
function validate96(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "timeout" || key0 === "retries" || key0 === "if_down")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.timeout !== void 0 && func0.call(data, "timeout") && (validate47(data.timeout, { instancePath: instancePath + "/timeout", a: data, b: "timeout", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.retries !== void 0 && func0.call(data, "retries") && (validate37(data.retries, { instancePath: instancePath + "/retries", a: data, b: "retries", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data.if_down !== void 0 && func0.call(data, "if_down") && (validate33(data.if_down, { instancePath: instancePath + "/if_down", a: data, b: "if_down", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate96.errors = vErrors, errors === 0;
}
function validate71(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema21.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.what !== void 0 && func0.call(data, "what") && (validate29(data.what, { instancePath: instancePath + "/what", a: data, b: "what", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.system !== void 0 && func0.call(data, "system") && (validate33(data.system, { instancePath: instancePath + "/system", a: data, b: "system", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.status !== void 0 && func0.call(data, "status")) {
      let data3 = data.status;
      if (!(data3 === "connected" || data3 === "planned" || data3 === "dropped")) {
        let err1 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema21.properties.status.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.due !== void 0 && func0.call(data, "due") && (validate25(data.due, { instancePath: instancePath + "/due", a: data, b: "due", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.via !== void 0 && func0.call(data, "via")) {
      let data5 = data.via;
      if (!(data5 === "index" || data5 === "api" || data5 === "features" || data5 === "training")) {
        let err2 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/enum", keyword: "enum", params: { allowedValues: schema21.properties.via.enum } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.data !== void 0 && func0.call(data, "data")) {
      let data6 = data.data;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key1 of Object.keys(data6))
          if (!(key1 === "from" || key1 === "copied" || key1 === "class" || key1 === "personal")) {
            let err3 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        if (data6.from !== void 0 && func0.call(data6, "from")) {
          let data7 = data6.from;
          if (!(data7 === "production" || data7 === "staging" || data7 === "copy" || data7 === "sample" || data7 === "synthetic")) {
            let err4 = { instancePath: instancePath + "/data/from", schemaPath: "#/properties/data/properties/from/enum", keyword: "enum", params: { allowedValues: schema21.properties.data.properties.from.enum } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
        if (data6.copied !== void 0 && func0.call(data6, "copied") && (validate25(data6.copied, { instancePath: instancePath + "/data/copied", a: data6, b: "copied", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data6.class !== void 0 && func0.call(data6, "class")) {
          let data9 = data6.class;
          if (!(data9 === "public" || data9 === "internal" || data9 === "confidential" || data9 === "restricted")) {
            let err5 = { instancePath: instancePath + "/data/class", schemaPath: "#/properties/data/properties/class/enum", keyword: "enum", params: { allowedValues: schema21.properties.data.properties.class.enum } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
        if (data6.personal !== void 0 && func0.call(data6, "personal")) {
          let data10 = data6.personal;
          if (!(data10 === "none" || data10 === "personal" || data10 === "special")) {
            let err6 = { instancePath: instancePath + "/data/personal", schemaPath: "#/properties/data/properties/personal/enum", keyword: "enum", params: { allowedValues: schema21.properties.data.properties.personal.enum } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
      } else {
        let err7 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.auth !== void 0 && func0.call(data, "auth")) {
      let data11 = data.auth;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (let key2 of Object.keys(data11))
          if (!(key2 === "method" || key2 === "identity" || key2 === "secret" || key2 === "rotate")) {
            let err8 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        data11.method !== void 0 && func0.call(data11, "method") && (validate33(data11.method, { instancePath: instancePath + "/auth/method", a: data11, b: "method", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data11.identity !== void 0 && func0.call(data11, "identity") && (validate33(data11.identity, { instancePath: instancePath + "/auth/identity", a: data11, b: "identity", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data11.secret !== void 0 && func0.call(data11, "secret") && (validate79(data11.secret, { instancePath: instancePath + "/auth/secret", a: data11, b: "secret", c: rootData }) || (vErrors = vErrors === null ? validate79.errors : joined(vErrors, validate79.errors), errors = vErrors.length)), data11.rotate !== void 0 && func0.call(data11, "rotate") && (validate47(data11.rotate, { instancePath: instancePath + "/auth/rotate", a: data11, b: "rotate", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
      } else {
        let err9 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.access !== void 0 && func0.call(data, "access")) {
      let data16 = data.access;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        for (let key3 of Object.keys(data16))
          if (!(key3 === "varies_by" || key3 === "enforced_at" || key3 === "test")) {
            let err10 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        if (data16.varies_by !== void 0 && func0.call(data16, "varies_by")) {
          let data17 = data16.varies_by;
          if (!(data17 === "user" || data17 === "role" || data17 === "none")) {
            let err11 = { instancePath: instancePath + "/access/varies_by", schemaPath: "#/properties/access/properties/varies_by/enum", keyword: "enum", params: { allowedValues: schema21.properties.access.properties.varies_by.enum } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        if (data16.enforced_at !== void 0 && func0.call(data16, "enforced_at")) {
          let data18 = data16.enforced_at;
          if (!(data18 === "source" || data18 === "index-filter" || data18 === "app")) {
            let err12 = { instancePath: instancePath + "/access/enforced_at", schemaPath: "#/properties/access/properties/enforced_at/enum", keyword: "enum", params: { allowedValues: schema21.properties.access.properties.enforced_at.enum } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        data16.test !== void 0 && func0.call(data16, "test") && (validate49(data16.test, { instancePath: instancePath + "/access/test", a: data16, b: "test", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err13 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.formats !== void 0 && func0.call(data, "formats")) {
      let data20 = data.formats;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        for (let key4 of Object.keys(data20))
          if (!(key4 === "expected" || key4 === "other")) {
            let err14 = { instancePath: instancePath + "/formats", schemaPath: "#/properties/formats/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        if (data20.expected !== void 0 && func0.call(data20, "expected")) {
          let data21 = data20.expected;
          if (Array.isArray(data21)) {
            let len0 = data21.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate33(data21[i0], { instancePath: instancePath + "/formats/expected/" + i0, a: data21, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
          } else {
            let err15 = { instancePath: instancePath + "/formats/expected", schemaPath: "#/properties/formats/properties/expected/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        if (data20.other !== void 0 && func0.call(data20, "other")) {
          let data23 = data20.other;
          if (!(data23 === "quarantine" || data23 === "ocr" || data23 === "count-and-skip" || data23 === "reject")) {
            let err16 = { instancePath: instancePath + "/formats/other", schemaPath: "#/properties/formats/properties/other/enum", keyword: "enum", params: { allowedValues: schema21.properties.formats.properties.other.enum } };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        let err17 = { instancePath: instancePath + "/formats", schemaPath: "#/properties/formats/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.tested !== void 0 && func0.call(data, "tested")) {
      let data24 = data.tested;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (let key5 of Object.keys(data24))
          if (!(key5 === "date" || key5 === "with" || key5 === "covers" || key5 === "proof")) {
            let err18 = { instancePath: instancePath + "/tested", schemaPath: "#/properties/tested/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        if (data24.date !== void 0 && func0.call(data24, "date") && (validate25(data24.date, { instancePath: instancePath + "/tested/date", a: data24, b: "date", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data24.with !== void 0 && func0.call(data24, "with")) {
          let data26 = data24.with;
          if (!(data26 === "production" || data26 === "staging" || data26 === "synthetic")) {
            let err19 = { instancePath: instancePath + "/tested/with", schemaPath: "#/properties/tested/properties/with/enum", keyword: "enum", params: { allowedValues: schema21.properties.tested.properties.with.enum } };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
        if (data24.covers !== void 0 && func0.call(data24, "covers")) {
          let data27 = data24.covers;
          if (Array.isArray(data27)) {
            let len1 = data27.length;
            for (let i1 = 0; i1 < len1; i1++)
              validate33(data27[i1], { instancePath: instancePath + "/tested/covers/" + i1, a: data27, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
          } else {
            let err20 = { instancePath: instancePath + "/tested/covers", schemaPath: "#/properties/tested/properties/covers/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        data24.proof !== void 0 && func0.call(data24, "proof") && (validate49(data24.proof, { instancePath: instancePath + "/tested/proof", a: data24, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err21 = { instancePath: instancePath + "/tested", schemaPath: "#/properties/tested/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.load !== void 0 && func0.call(data, "load")) {
      let data30 = data.load;
      if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
        for (let key6 of Object.keys(data30))
          if (key6 !== "calls_per_request") {
            let err22 = { instancePath: instancePath + "/load", schemaPath: "#/properties/load/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        data30.calls_per_request !== void 0 && func0.call(data30, "calls_per_request") && (validate42(data30.calls_per_request, { instancePath: instancePath + "/load/calls_per_request", a: data30, b: "calls_per_request", c: rootData }) || (vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors), errors = vErrors.length));
      } else {
        let err23 = { instancePath: instancePath + "/load", schemaPath: "#/properties/load/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    data.limits !== void 0 && func0.call(data, "limits") && (validate88(data.limits, { instancePath: instancePath + "/limits", a: data, b: "limits", c: rootData }) || (vErrors = vErrors === null ? validate88.errors : joined(vErrors, validate88.errors), errors = vErrors.length)), data.resilience !== void 0 && func0.call(data, "resilience") && (validate96(data.resilience, { instancePath: instancePath + "/resilience", a: data, b: "resilience", c: rootData }) || (vErrors = vErrors === null ? validate96.errors : joined(vErrors, validate96.errors), errors = vErrors.length)), data.quality !== void 0 && func0.call(data, "quality") && (validate49(data.quality, { instancePath: instancePath + "/quality", a: data, b: "quality", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.contract !== void 0 && func0.call(data, "contract") && (validate49(data.contract, { instancePath: instancePath + "/contract", a: data, b: "contract", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.change_notice !== void 0 && func0.call(data, "change_notice") && (validate64(data.change_notice, { instancePath: instancePath + "/change_notice", a: data, b: "change_notice", c: rootData }) || (vErrors = vErrors === null ? validate64.errors : joined(vErrors, validate64.errors), errors = vErrors.length));
  } else {
    let err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
  }
  return validate71.errors = vErrors, errors === 0;
}
var schema27 = { properties: { role: { enum: ["generate", "embed", "rerank", "judge", "predict"] }, provider: {}, version: {}, owner: {}, card: {}, load: { properties: { calls_per_request: {}, tokens_per_call: {} } }, limits: {}, resilience: {}, retires: {}, successor: { properties: { version: {}, decide_by: {} } }, change_notice: {}, data_use: { properties: { region: {}, training: { enum: ["none", "provider"] }, retention: {}, agreement: {} } }, training: { properties: { from: { items: {} }, period: { properties: { from: {}, to: {} } }, label_delay: {}, reproduce: {}, refresh: {}, max_age: {} } } } };
function validate107(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  return validate107.errors = vErrors, errors === 0;
}
var pattern13 = new RegExp("^[0-9A-Za-z*?/,#-]+(?: +[0-9A-Za-z*?/,#-]+){4}$", "u");
function validate129(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 100) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern13.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Za-z*?/,#-]+(?: +[0-9A-Za-z*?/,#-]+){4}$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate129.errors = vErrors, errors === 0;
}
var pattern14 = new RegExp("^[A-Z][A-Za-z0-9+-]*(?:/[A-Za-z0-9_+-]+){0,2}$", "u");
function validate131(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 64) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern14.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Za-z0-9+-]*(?:/[A-Za-z0-9_+-]+){0,2}$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate131.errors = vErrors, errors === 0;
}
function validate128(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.mode === void 0 || !func0.call(data, "mode")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mode" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "mode" || key0 === "cron" || key0 === "timezone" || key0 === "takes" || key0 === "job" || key0 === "runbook" || key0 === "owner")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.mode !== void 0 && func0.call(data, "mode") && data.mode !== "schedule") {
      let err2 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/const", keyword: "const", params: { allowedValue: "schedule" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.cron !== void 0 && func0.call(data, "cron") && (validate129(data.cron, { instancePath: instancePath + "/cron", a: data, b: "cron", c: rootData }) || (vErrors = vErrors === null ? validate129.errors : joined(vErrors, validate129.errors), errors = vErrors.length)), data.timezone !== void 0 && func0.call(data, "timezone") && (validate131(data.timezone, { instancePath: instancePath + "/timezone", a: data, b: "timezone", c: rootData }) || (vErrors = vErrors === null ? validate131.errors : joined(vErrors, validate131.errors), errors = vErrors.length)), data.takes !== void 0 && func0.call(data, "takes") && (validate47(data.takes, { instancePath: instancePath + "/takes", a: data, b: "takes", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.job !== void 0 && func0.call(data, "job") && (validate49(data.job, { instancePath: instancePath + "/job", a: data, b: "job", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.runbook !== void 0 && func0.call(data, "runbook") && (validate49(data.runbook, { instancePath: instancePath + "/runbook", a: data, b: "runbook", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate128.errors = vErrors, errors === 0;
}
function validate137(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.mode === void 0 || !func0.call(data, "mode")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mode" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "mode" || key0 === "event" || key0 === "takes" || key0 === "job" || key0 === "runbook" || key0 === "owner")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.mode !== void 0 && func0.call(data, "mode") && data.mode !== "event") {
      let err2 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/const", keyword: "const", params: { allowedValue: "event" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.event !== void 0 && func0.call(data, "event") && (validate33(data.event, { instancePath: instancePath + "/event", a: data, b: "event", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.takes !== void 0 && func0.call(data, "takes") && (validate47(data.takes, { instancePath: instancePath + "/takes", a: data, b: "takes", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.job !== void 0 && func0.call(data, "job") && (validate49(data.job, { instancePath: instancePath + "/job", a: data, b: "job", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.runbook !== void 0 && func0.call(data, "runbook") && (validate49(data.runbook, { instancePath: instancePath + "/runbook", a: data, b: "runbook", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate137.errors = vErrors, errors === 0;
}
function validate143(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.mode === void 0 || !func0.call(data, "mode")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mode" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "mode" || key0 === "takes" || key0 === "job" || key0 === "runbook" || key0 === "owner")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.mode !== void 0 && func0.call(data, "mode") && data.mode !== "manual") {
      let err2 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/const", keyword: "const", params: { allowedValue: "manual" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.takes !== void 0 && func0.call(data, "takes") && (validate47(data.takes, { instancePath: instancePath + "/takes", a: data, b: "takes", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.job !== void 0 && func0.call(data, "job") && (validate49(data.job, { instancePath: instancePath + "/job", a: data, b: "job", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.runbook !== void 0 && func0.call(data, "runbook") && (validate49(data.runbook, { instancePath: instancePath + "/runbook", a: data, b: "runbook", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate143.errors = vErrors, errors === 0;
}
function validate127(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let tag0 = data.mode;
    if (typeof tag0 == "string")
      if (tag0 === "schedule")
        validate128(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate128.errors : joined(vErrors, validate128.errors), errors = vErrors.length);
      else if (tag0 === "event")
        validate137(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate137.errors : joined(vErrors, validate137.errors), errors = vErrors.length);
      else if (tag0 === "manual")
        validate143(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate143.errors : joined(vErrors, validate143.errors), errors = vErrors.length);
      else {
        let err0 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "mode", tagValue: tag0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    else {
      let err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "mode", tagValue: tag0 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate127.errors = vErrors, errors === 0;
}
function validate105(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema27.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.role !== void 0 && func0.call(data, "role")) {
      let data0 = data.role;
      if (!(data0 === "generate" || data0 === "embed" || data0 === "rerank" || data0 === "judge" || data0 === "predict")) {
        let err1 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/enum", keyword: "enum", params: { allowedValues: schema27.properties.role.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.provider !== void 0 && func0.call(data, "provider") && (validate33(data.provider, { instancePath: instancePath + "/provider", a: data, b: "provider", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.version !== void 0 && func0.call(data, "version") && (validate107(data.version, { instancePath: instancePath + "/version", a: data, b: "version", c: rootData }) || (vErrors = vErrors === null ? validate107.errors : joined(vErrors, validate107.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.card !== void 0 && func0.call(data, "card") && (validate49(data.card, { instancePath: instancePath + "/card", a: data, b: "card", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.load !== void 0 && func0.call(data, "load")) {
      let data5 = data.load;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (let key1 of Object.keys(data5))
          if (!(key1 === "calls_per_request" || key1 === "tokens_per_call")) {
            let err2 = { instancePath: instancePath + "/load", schemaPath: "#/properties/load/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        data5.calls_per_request !== void 0 && func0.call(data5, "calls_per_request") && (validate42(data5.calls_per_request, { instancePath: instancePath + "/load/calls_per_request", a: data5, b: "calls_per_request", c: rootData }) || (vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors), errors = vErrors.length)), data5.tokens_per_call !== void 0 && func0.call(data5, "tokens_per_call") && (validate37(data5.tokens_per_call, { instancePath: instancePath + "/load/tokens_per_call", a: data5, b: "tokens_per_call", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length));
      } else {
        let err3 = { instancePath: instancePath + "/load", schemaPath: "#/properties/load/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.limits !== void 0 && func0.call(data, "limits") && (validate88(data.limits, { instancePath: instancePath + "/limits", a: data, b: "limits", c: rootData }) || (vErrors = vErrors === null ? validate88.errors : joined(vErrors, validate88.errors), errors = vErrors.length)), data.resilience !== void 0 && func0.call(data, "resilience") && (validate96(data.resilience, { instancePath: instancePath + "/resilience", a: data, b: "resilience", c: rootData }) || (vErrors = vErrors === null ? validate96.errors : joined(vErrors, validate96.errors), errors = vErrors.length)), data.retires !== void 0 && func0.call(data, "retires") && (validate25(data.retires, { instancePath: instancePath + "/retires", a: data, b: "retires", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.successor !== void 0 && func0.call(data, "successor")) {
      let data11 = data.successor;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (let key2 of Object.keys(data11))
          if (!(key2 === "version" || key2 === "decide_by")) {
            let err4 = { instancePath: instancePath + "/successor", schemaPath: "#/properties/successor/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        data11.version !== void 0 && func0.call(data11, "version") && (validate107(data11.version, { instancePath: instancePath + "/successor/version", a: data11, b: "version", c: rootData }) || (vErrors = vErrors === null ? validate107.errors : joined(vErrors, validate107.errors), errors = vErrors.length)), data11.decide_by !== void 0 && func0.call(data11, "decide_by") && (validate25(data11.decide_by, { instancePath: instancePath + "/successor/decide_by", a: data11, b: "decide_by", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length));
      } else {
        let err5 = { instancePath: instancePath + "/successor", schemaPath: "#/properties/successor/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.change_notice !== void 0 && func0.call(data, "change_notice") && (validate64(data.change_notice, { instancePath: instancePath + "/change_notice", a: data, b: "change_notice", c: rootData }) || (vErrors = vErrors === null ? validate64.errors : joined(vErrors, validate64.errors), errors = vErrors.length)), data.data_use !== void 0 && func0.call(data, "data_use")) {
      let data15 = data.data_use;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (let key3 of Object.keys(data15))
          if (!(key3 === "region" || key3 === "training" || key3 === "retention" || key3 === "agreement")) {
            let err6 = { instancePath: instancePath + "/data_use", schemaPath: "#/properties/data_use/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        if (data15.region !== void 0 && func0.call(data15, "region") && (validate33(data15.region, { instancePath: instancePath + "/data_use/region", a: data15, b: "region", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data15.training !== void 0 && func0.call(data15, "training")) {
          let data17 = data15.training;
          if (!(data17 === "none" || data17 === "provider")) {
            let err7 = { instancePath: instancePath + "/data_use/training", schemaPath: "#/properties/data_use/properties/training/enum", keyword: "enum", params: { allowedValues: schema27.properties.data_use.properties.training.enum } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        data15.retention !== void 0 && func0.call(data15, "retention") && (validate47(data15.retention, { instancePath: instancePath + "/data_use/retention", a: data15, b: "retention", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data15.agreement !== void 0 && func0.call(data15, "agreement") && (validate49(data15.agreement, { instancePath: instancePath + "/data_use/agreement", a: data15, b: "agreement", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err8 = { instancePath: instancePath + "/data_use", schemaPath: "#/properties/data_use/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.training !== void 0 && func0.call(data, "training")) {
      let data20 = data.training;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        for (let key4 of Object.keys(data20))
          if (!(key4 === "from" || key4 === "period" || key4 === "label_delay" || key4 === "reproduce" || key4 === "refresh" || key4 === "max_age")) {
            let err9 = { instancePath: instancePath + "/training", schemaPath: "#/properties/training/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        if (data20.from !== void 0 && func0.call(data20, "from")) {
          let data21 = data20.from;
          if (Array.isArray(data21)) {
            let len0 = data21.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate23(data21[i0], { instancePath: instancePath + "/training/from/" + i0, a: data21, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length);
          } else {
            let err10 = { instancePath: instancePath + "/training/from", schemaPath: "#/properties/training/properties/from/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data20.period !== void 0 && func0.call(data20, "period")) {
          let data23 = data20.period;
          if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
            for (let key5 of Object.keys(data23))
              if (!(key5 === "from" || key5 === "to")) {
                let err11 = { instancePath: instancePath + "/training/period", schemaPath: "#/properties/training/properties/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
              }
            data23.from !== void 0 && func0.call(data23, "from") && (validate25(data23.from, { instancePath: instancePath + "/training/period/from", a: data23, b: "from", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data23.to !== void 0 && func0.call(data23, "to") && (validate25(data23.to, { instancePath: instancePath + "/training/period/to", a: data23, b: "to", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length));
          } else {
            let err12 = { instancePath: instancePath + "/training/period", schemaPath: "#/properties/training/properties/period/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        data20.label_delay !== void 0 && func0.call(data20, "label_delay") && (validate47(data20.label_delay, { instancePath: instancePath + "/training/label_delay", a: data20, b: "label_delay", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data20.reproduce !== void 0 && func0.call(data20, "reproduce") && (validate49(data20.reproduce, { instancePath: instancePath + "/training/reproduce", a: data20, b: "reproduce", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data20.refresh !== void 0 && func0.call(data20, "refresh") && (validate127(data20.refresh, { instancePath: instancePath + "/training/refresh", a: data20, b: "refresh", c: rootData }) || (vErrors = vErrors === null ? validate127.errors : joined(vErrors, validate127.errors), errors = vErrors.length)), data20.max_age !== void 0 && func0.call(data20, "max_age") && (validate47(data20.max_age, { instancePath: instancePath + "/training/max_age", a: data20, b: "max_age", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
      } else {
        let err13 = { instancePath: instancePath + "/training", schemaPath: "#/properties/training/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate105.errors = vErrors, errors === 0;
}
function validate154(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "path" || key0 === "version" || key0 === "used_by" || key0 === "owner")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.path !== void 0 && func0.call(data, "path") && (validate49(data.path, { instancePath: instancePath + "/path", a: data, b: "path", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.version !== void 0 && func0.call(data, "version") && (validate107(data.version, { instancePath: instancePath + "/version", a: data, b: "version", c: rootData }) || (vErrors = vErrors === null ? validate107.errors : joined(vErrors, validate107.errors), errors = vErrors.length)), data.used_by !== void 0 && func0.call(data, "used_by") && (validate23(data.used_by, { instancePath: instancePath + "/used_by", a: data, b: "used_by", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate154.errors = vErrors, errors === 0;
}
var schema36 = { properties: { from: { items: {} }, embedding: {}, version: {}, recipe: {}, top_k: {}, refresh: {}, max_age: {}, max_age_reason: {}, deletes_within: {}, no_result: { properties: { min_score: {}, then: { enum: ["say-unknown", "hand-off", "answer-with-warning"] } } }, rebuild: { properties: { takes: {}, switch: { enum: ["alias", "in-place"] }, keep_previous: {} } } } };
function validate170(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(typeof data == "number" && isFinite(data))) {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "boolean" || data === null || dataType0 == "string" && data && data == +data)
        coerced0 = +data;
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      let err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data < 0 || isNaN(data)) {
      let err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate170.errors = vErrors, errors === 0;
}
function validate160(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema36.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.from !== void 0 && func0.call(data, "from")) {
      let data0 = data.from;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate23(data0[i0], { instancePath: instancePath + "/from/" + i0, a: data0, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length);
      } else {
        let err1 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.embedding !== void 0 && func0.call(data, "embedding") && (validate23(data.embedding, { instancePath: instancePath + "/embedding", a: data, b: "embedding", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.version !== void 0 && func0.call(data, "version") && (validate107(data.version, { instancePath: instancePath + "/version", a: data, b: "version", c: rootData }) || (vErrors = vErrors === null ? validate107.errors : joined(vErrors, validate107.errors), errors = vErrors.length)), data.recipe !== void 0 && func0.call(data, "recipe") && (validate49(data.recipe, { instancePath: instancePath + "/recipe", a: data, b: "recipe", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.top_k !== void 0 && func0.call(data, "top_k") && (validate37(data.top_k, { instancePath: instancePath + "/top_k", a: data, b: "top_k", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data.refresh !== void 0 && func0.call(data, "refresh") && (validate127(data.refresh, { instancePath: instancePath + "/refresh", a: data, b: "refresh", c: rootData }) || (vErrors = vErrors === null ? validate127.errors : joined(vErrors, validate127.errors), errors = vErrors.length)), data.max_age !== void 0 && func0.call(data, "max_age") && (validate47(data.max_age, { instancePath: instancePath + "/max_age", a: data, b: "max_age", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.max_age_reason !== void 0 && func0.call(data, "max_age_reason") && (validate29(data.max_age_reason, { instancePath: instancePath + "/max_age_reason", a: data, b: "max_age_reason", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.deletes_within !== void 0 && func0.call(data, "deletes_within") && (validate47(data.deletes_within, { instancePath: instancePath + "/deletes_within", a: data, b: "deletes_within", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.no_result !== void 0 && func0.call(data, "no_result")) {
      let data10 = data.no_result;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key1 of Object.keys(data10))
          if (!(key1 === "min_score" || key1 === "then")) {
            let err2 = { instancePath: instancePath + "/no_result", schemaPath: "#/properties/no_result/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        if (data10.min_score !== void 0 && func0.call(data10, "min_score") && (validate170(data10.min_score, { instancePath: instancePath + "/no_result/min_score", a: data10, b: "min_score", c: rootData }) || (vErrors = vErrors === null ? validate170.errors : joined(vErrors, validate170.errors), errors = vErrors.length)), data10.then !== void 0 && func0.call(data10, "then")) {
          let data12 = data10.then;
          if (!(data12 === "say-unknown" || data12 === "hand-off" || data12 === "answer-with-warning")) {
            let err3 = { instancePath: instancePath + "/no_result/then", schemaPath: "#/properties/no_result/properties/then/enum", keyword: "enum", params: { allowedValues: schema36.properties.no_result.properties.then.enum } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
      } else {
        let err4 = { instancePath: instancePath + "/no_result", schemaPath: "#/properties/no_result/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.rebuild !== void 0 && func0.call(data, "rebuild")) {
      let data13 = data.rebuild;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (let key2 of Object.keys(data13))
          if (!(key2 === "takes" || key2 === "switch" || key2 === "keep_previous")) {
            let err5 = { instancePath: instancePath + "/rebuild", schemaPath: "#/properties/rebuild/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        if (data13.takes !== void 0 && func0.call(data13, "takes") && (validate47(data13.takes, { instancePath: instancePath + "/rebuild/takes", a: data13, b: "takes", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data13.switch !== void 0 && func0.call(data13, "switch")) {
          let data15 = data13.switch;
          if (!(data15 === "alias" || data15 === "in-place")) {
            let err6 = { instancePath: instancePath + "/rebuild/switch", schemaPath: "#/properties/rebuild/properties/switch/enum", keyword: "enum", params: { allowedValues: schema36.properties.rebuild.properties.switch.enum } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        data13.keep_previous !== void 0 && func0.call(data13, "keep_previous") && (validate47(data13.keep_previous, { instancePath: instancePath + "/rebuild/keep_previous", a: data13, b: "keep_previous", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
      } else {
        let err7 = { instancePath: instancePath + "/rebuild", schemaPath: "#/properties/rebuild/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate160.errors = vErrors, errors === 0;
}
var schema38 = { properties: { what: {}, effect: { enum: ["read", "write", "irreversible"] }, runs_as: { enum: ["user", "service"] }, scopes: { items: {} }, allows: { items: {} }, contract: {}, owner: {}, change_notice: {}, approval: { enum: ["human", "policy", "none"] }, policy: {}, limit: {} } };
var pattern18 = new RegExp("^(?:[0-9]+/(?:min|h|hour|day|week)|[0-9]+(?:\\.[0-9]+)? [A-Z]{3}(?:/(?:h|hour|day|week))?)$", "u");
function validate183(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern18.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:[0-9]+/(?:min|h|hour|day|week)|[0-9]+(?:\\.[0-9]+)? [A-Z]{3}(?:/(?:h|hour|day|week))?)$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate183.errors = vErrors, errors === 0;
}
function validate175(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema38.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.what !== void 0 && func0.call(data, "what") && (validate29(data.what, { instancePath: instancePath + "/what", a: data, b: "what", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.effect !== void 0 && func0.call(data, "effect")) {
      let data1 = data.effect;
      if (!(data1 === "read" || data1 === "write" || data1 === "irreversible")) {
        let err1 = { instancePath: instancePath + "/effect", schemaPath: "#/properties/effect/enum", keyword: "enum", params: { allowedValues: schema38.properties.effect.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.runs_as !== void 0 && func0.call(data, "runs_as")) {
      let data2 = data.runs_as;
      if (!(data2 === "user" || data2 === "service")) {
        let err2 = { instancePath: instancePath + "/runs_as", schemaPath: "#/properties/runs_as/enum", keyword: "enum", params: { allowedValues: schema38.properties.runs_as.enum } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.scopes !== void 0 && func0.call(data, "scopes")) {
      let data3 = data.scopes;
      if (Array.isArray(data3)) {
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate33(data3[i0], { instancePath: instancePath + "/scopes/" + i0, a: data3, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.allows !== void 0 && func0.call(data, "allows")) {
      let data5 = data.allows;
      if (Array.isArray(data5)) {
        let len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate33(data5[i1], { instancePath: instancePath + "/allows/" + i1, a: data5, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/allows", schemaPath: "#/properties/allows/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.contract !== void 0 && func0.call(data, "contract") && (validate49(data.contract, { instancePath: instancePath + "/contract", a: data, b: "contract", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.change_notice !== void 0 && func0.call(data, "change_notice") && (validate64(data.change_notice, { instancePath: instancePath + "/change_notice", a: data, b: "change_notice", c: rootData }) || (vErrors = vErrors === null ? validate64.errors : joined(vErrors, validate64.errors), errors = vErrors.length)), data.approval !== void 0 && func0.call(data, "approval")) {
      let data10 = data.approval;
      if (!(data10 === "human" || data10 === "policy" || data10 === "none")) {
        let err5 = { instancePath: instancePath + "/approval", schemaPath: "#/properties/approval/enum", keyword: "enum", params: { allowedValues: schema38.properties.approval.enum } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    data.policy !== void 0 && func0.call(data, "policy") && (validate49(data.policy, { instancePath: instancePath + "/policy", a: data, b: "policy", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.limit !== void 0 && func0.call(data, "limit") && (validate183(data.limit, { instancePath: instancePath + "/limit", a: data, b: "limit", c: rootData }) || (vErrors = vErrors === null ? validate183.errors : joined(vErrors, validate183.errors), errors = vErrors.length));
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate175.errors = vErrors, errors === 0;
}
var schema40 = { properties: { datasets: { propertyNames: {}, additionalProperties: {} }, retrieval: { propertyNames: {}, additionalProperties: {} }, answers: { propertyNames: {}, additionalProperties: {} }, predictions: { propertyNames: {}, additionalProperties: {} }, slices: { properties: { by: { items: {} }, metric: {}, worst_min: {}, largest_gap: {}, measured: {} } }, results: { properties: { path: {}, datasets: { items: {} }, date: {}, at: {}, scale: {}, covers: { items: {} } } }, gate: { properties: { job: {}, runs_when: { items: {} }, blocks: { enum: ["merge", "deploy"] } } }, judge: { properties: { model: {}, version: {}, cases: {}, kappa: {}, date: {}, proof: {} } }, load_test: { properties: { rate: {}, p95: {}, date: {}, against: { enum: ["production", "staging", "mock"] }, proof: {} } }, red_team: { properties: { date: {}, covers: { items: {} }, proof: {} } } } }, pattern20 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9]+)?%?$", "u"), schema41 = { properties: { path: {}, origin: { enum: ["production", "pilot-users", "historical", "expert", "synthetic"] }, sampled: { properties: { from: {}, to: {}, how: {} } }, size: {}, edge_cases: { properties: { share: {}, kinds: { items: {} }, field: {} } }, use: { enum: ["test", "tune"] }, refresh_every: {}, owner: {} } };
function validate187(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "path" || key0 === "origin" || key0 === "sampled" || key0 === "size" || key0 === "edge_cases" || key0 === "use" || key0 === "refresh_every" || key0 === "owner")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.path !== void 0 && func0.call(data, "path") && (validate49(data.path, { instancePath: instancePath + "/path", a: data, b: "path", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.origin !== void 0 && func0.call(data, "origin")) {
      let data1 = data.origin;
      if (!(data1 === "production" || data1 === "pilot-users" || data1 === "historical" || data1 === "expert" || data1 === "synthetic")) {
        let err1 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/enum", keyword: "enum", params: { allowedValues: schema41.properties.origin.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.sampled !== void 0 && func0.call(data, "sampled")) {
      let data2 = data.sampled;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 of Object.keys(data2))
          if (!(key1 === "from" || key1 === "to" || key1 === "how")) {
            let err2 = { instancePath: instancePath + "/sampled", schemaPath: "#/properties/sampled/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        data2.from !== void 0 && func0.call(data2, "from") && (validate25(data2.from, { instancePath: instancePath + "/sampled/from", a: data2, b: "from", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data2.to !== void 0 && func0.call(data2, "to") && (validate25(data2.to, { instancePath: instancePath + "/sampled/to", a: data2, b: "to", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data2.how !== void 0 && func0.call(data2, "how") && (validate33(data2.how, { instancePath: instancePath + "/sampled/how", a: data2, b: "how", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length));
      } else {
        let err3 = { instancePath: instancePath + "/sampled", schemaPath: "#/properties/sampled/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.size !== void 0 && func0.call(data, "size") && (validate37(data.size, { instancePath: instancePath + "/size", a: data, b: "size", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data.edge_cases !== void 0 && func0.call(data, "edge_cases")) {
      let data7 = data.edge_cases;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (let key2 of Object.keys(data7))
          if (!(key2 === "share" || key2 === "kinds" || key2 === "field")) {
            let err4 = { instancePath: instancePath + "/edge_cases", schemaPath: "#/properties/edge_cases/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        if (data7.share !== void 0 && func0.call(data7, "share") && (validate92(data7.share, { instancePath: instancePath + "/edge_cases/share", a: data7, b: "share", c: rootData }) || (vErrors = vErrors === null ? validate92.errors : joined(vErrors, validate92.errors), errors = vErrors.length)), data7.kinds !== void 0 && func0.call(data7, "kinds")) {
          let data9 = data7.kinds;
          if (Array.isArray(data9)) {
            let len0 = data9.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate33(data9[i0], { instancePath: instancePath + "/edge_cases/kinds/" + i0, a: data9, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
          } else {
            let err5 = { instancePath: instancePath + "/edge_cases/kinds", schemaPath: "#/properties/edge_cases/properties/kinds/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
        data7.field !== void 0 && func0.call(data7, "field") && (validate33(data7.field, { instancePath: instancePath + "/edge_cases/field", a: data7, b: "field", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length));
      } else {
        let err6 = { instancePath: instancePath + "/edge_cases", schemaPath: "#/properties/edge_cases/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.use !== void 0 && func0.call(data, "use")) {
      let data12 = data.use;
      if (!(data12 === "test" || data12 === "tune")) {
        let err7 = { instancePath: instancePath + "/use", schemaPath: "#/properties/use/enum", keyword: "enum", params: { allowedValues: schema41.properties.use.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    data.refresh_every !== void 0 && func0.call(data, "refresh_every") && (validate47(data.refresh_every, { instancePath: instancePath + "/refresh_every", a: data, b: "refresh_every", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate187.errors = vErrors, errors === 0;
}
var pattern21 = new RegExp("^-?[0-9]+\\.\\.[0-9]+$", "u");
function validate202(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern21.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^-?[0-9]+\\.\\.[0-9]+$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate202.errors = vErrors, errors === 0;
}
function validate199(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "min" || key0 === "measured" || key0 === "scale")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.min !== void 0 && func0.call(data, "min") && (validate170(data.min, { instancePath: instancePath + "/min", a: data, b: "min", c: rootData }) || (vErrors = vErrors === null ? validate170.errors : joined(vErrors, validate170.errors), errors = vErrors.length)), data.measured !== void 0 && func0.call(data, "measured") && (validate49(data.measured, { instancePath: instancePath + "/measured", a: data, b: "measured", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.scale !== void 0 && func0.call(data, "scale") && (validate202(data.scale, { instancePath: instancePath + "/scale", a: data, b: "scale", c: rootData }) || (vErrors = vErrors === null ? validate202.errors : joined(vErrors, validate202.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate199.errors = vErrors, errors === 0;
}
function validate206(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(typeof data == "number" && isFinite(data))) {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "boolean" || data === null || dataType0 == "string" && data && data == +data)
        coerced0 = +data;
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  return validate206.errors = vErrors, errors === 0;
}
function validate205(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "min" || key0 === "max" || key0 === "judge" || key0 === "measured" || key0 === "scale")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.min !== void 0 && func0.call(data, "min") && (validate206(data.min, { instancePath: instancePath + "/min", a: data, b: "min", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data.max !== void 0 && func0.call(data, "max") && (validate206(data.max, { instancePath: instancePath + "/max", a: data, b: "max", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data.judge !== void 0 && func0.call(data, "judge") && (validate23(data.judge, { instancePath: instancePath + "/judge", a: data, b: "judge", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.measured !== void 0 && func0.call(data, "measured") && (validate49(data.measured, { instancePath: instancePath + "/measured", a: data, b: "measured", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.scale !== void 0 && func0.call(data, "scale") && (validate202(data.scale, { instancePath: instancePath + "/scale", a: data, b: "scale", c: rootData }) || (vErrors = vErrors === null ? validate202.errors : joined(vErrors, validate202.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate205.errors = vErrors, errors === 0;
}
function validate213(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "min" || key0 === "max" || key0 === "baseline" || key0 === "measured" || key0 === "scale")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.min !== void 0 && func0.call(data, "min") && (validate206(data.min, { instancePath: instancePath + "/min", a: data, b: "min", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data.max !== void 0 && func0.call(data, "max") && (validate206(data.max, { instancePath: instancePath + "/max", a: data, b: "max", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data.baseline !== void 0 && func0.call(data, "baseline") && (validate206(data.baseline, { instancePath: instancePath + "/baseline", a: data, b: "baseline", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data.measured !== void 0 && func0.call(data, "measured") && (validate49(data.measured, { instancePath: instancePath + "/measured", a: data, b: "measured", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.scale !== void 0 && func0.call(data, "scale") && (validate202(data.scale, { instancePath: instancePath + "/scale", a: data, b: "scale", c: rootData }) || (vErrors = vErrors === null ? validate202.errors : joined(vErrors, validate202.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate213.errors = vErrors, errors === 0;
}
function validate221(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 100) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern20.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9]+)?%?$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate221.errors = vErrors, errors === 0;
}
var schema48 = { enum: ["prompt", "model", "index", "connector", "tool", "features"] };
function validate233(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(data === "prompt" || data === "model" || data === "index" || data === "connector" || data === "tool" || data === "features")) {
    let err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema48.enum } };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  return validate233.errors = vErrors, errors === 0;
}
function validate186(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema40.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.datasets !== void 0 && func0.call(data, "datasets")) {
      let data0 = data.datasets;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (let key1 of Object.keys(data0)) {
          let _errs4 = errors;
          if (typeof key1 == "string") {
            if (func50(key1) > 100) {
              let err1 = { instancePath: instancePath + "/datasets", schemaPath: "#/properties/datasets/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key1 };
              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            }
            if (!pattern0.test(key1)) {
              let err2 = { instancePath: instancePath + "/datasets", schemaPath: "#/properties/datasets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key1 };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          }
          var valid1 = _errs4 === errors;
          if (!valid1) {
            let err3 = { instancePath: instancePath + "/datasets", schemaPath: "#/properties/datasets/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
        for (let key2 of Object.keys(data0))
          validate187(data0[key2], { instancePath: instancePath + "/datasets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), a: data0, b: key2, c: rootData }) || (vErrors = vErrors === null ? validate187.errors : joined(vErrors, validate187.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/datasets", schemaPath: "#/properties/datasets/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.retrieval !== void 0 && func0.call(data, "retrieval")) {
      let data2 = data.retrieval;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key3 of Object.keys(data2)) {
          let _errs9 = errors;
          if (typeof key3 == "string") {
            if (func50(key3) > 100) {
              let err5 = { instancePath: instancePath + "/retrieval", schemaPath: "#/properties/retrieval/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key3 };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (!pattern20.test(key3)) {
              let err6 = { instancePath: instancePath + "/retrieval", schemaPath: "#/properties/retrieval/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9]+)?%?$" }, propertyName: key3 };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          }
          var valid3 = _errs9 === errors;
          if (!valid3) {
            let err7 = { instancePath: instancePath + "/retrieval", schemaPath: "#/properties/retrieval/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        for (let key4 of Object.keys(data2))
          validate199(data2[key4], { instancePath: instancePath + "/retrieval/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), a: data2, b: key4, c: rootData }) || (vErrors = vErrors === null ? validate199.errors : joined(vErrors, validate199.errors), errors = vErrors.length);
      } else {
        let err8 = { instancePath: instancePath + "/retrieval", schemaPath: "#/properties/retrieval/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.answers !== void 0 && func0.call(data, "answers")) {
      let data4 = data.answers;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key5 of Object.keys(data4)) {
          let _errs14 = errors;
          if (typeof key5 == "string") {
            if (func50(key5) > 100) {
              let err9 = { instancePath: instancePath + "/answers", schemaPath: "#/properties/answers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key5 };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (!pattern20.test(key5)) {
              let err10 = { instancePath: instancePath + "/answers", schemaPath: "#/properties/answers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9]+)?%?$" }, propertyName: key5 };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          }
          var valid5 = _errs14 === errors;
          if (!valid5) {
            let err11 = { instancePath: instancePath + "/answers", schemaPath: "#/properties/answers/propertyNames", keyword: "propertyNames", params: { propertyName: key5 } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        for (let key6 of Object.keys(data4))
          validate205(data4[key6], { instancePath: instancePath + "/answers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), a: data4, b: key6, c: rootData }) || (vErrors = vErrors === null ? validate205.errors : joined(vErrors, validate205.errors), errors = vErrors.length);
      } else {
        let err12 = { instancePath: instancePath + "/answers", schemaPath: "#/properties/answers/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.predictions !== void 0 && func0.call(data, "predictions")) {
      let data6 = data.predictions;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key7 of Object.keys(data6)) {
          let _errs19 = errors;
          if (typeof key7 == "string") {
            if (func50(key7) > 100) {
              let err13 = { instancePath: instancePath + "/predictions", schemaPath: "#/properties/predictions/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key7 };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (!pattern20.test(key7)) {
              let err14 = { instancePath: instancePath + "/predictions", schemaPath: "#/properties/predictions/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9]+)?%?$" }, propertyName: key7 };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          }
          var valid7 = _errs19 === errors;
          if (!valid7) {
            let err15 = { instancePath: instancePath + "/predictions", schemaPath: "#/properties/predictions/propertyNames", keyword: "propertyNames", params: { propertyName: key7 } };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        for (let key8 of Object.keys(data6))
          validate213(data6[key8], { instancePath: instancePath + "/predictions/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), a: data6, b: key8, c: rootData }) || (vErrors = vErrors === null ? validate213.errors : joined(vErrors, validate213.errors), errors = vErrors.length);
      } else {
        let err16 = { instancePath: instancePath + "/predictions", schemaPath: "#/properties/predictions/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.slices !== void 0 && func0.call(data, "slices")) {
      let data8 = data.slices;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (let key9 of Object.keys(data8))
          if (!(key9 === "by" || key9 === "metric" || key9 === "worst_min" || key9 === "largest_gap" || key9 === "measured")) {
            let err17 = { instancePath: instancePath + "/slices", schemaPath: "#/properties/slices/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        if (data8.by !== void 0 && func0.call(data8, "by")) {
          let data9 = data8.by;
          if (Array.isArray(data9)) {
            let len0 = data9.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate33(data9[i0], { instancePath: instancePath + "/slices/by/" + i0, a: data9, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
          } else {
            let err18 = { instancePath: instancePath + "/slices/by", schemaPath: "#/properties/slices/properties/by/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        data8.metric !== void 0 && func0.call(data8, "metric") && (validate221(data8.metric, { instancePath: instancePath + "/slices/metric", a: data8, b: "metric", c: rootData }) || (vErrors = vErrors === null ? validate221.errors : joined(vErrors, validate221.errors), errors = vErrors.length)), data8.worst_min !== void 0 && func0.call(data8, "worst_min") && (validate206(data8.worst_min, { instancePath: instancePath + "/slices/worst_min", a: data8, b: "worst_min", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data8.largest_gap !== void 0 && func0.call(data8, "largest_gap") && (validate206(data8.largest_gap, { instancePath: instancePath + "/slices/largest_gap", a: data8, b: "largest_gap", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data8.measured !== void 0 && func0.call(data8, "measured") && (validate49(data8.measured, { instancePath: instancePath + "/slices/measured", a: data8, b: "measured", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err19 = { instancePath: instancePath + "/slices", schemaPath: "#/properties/slices/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.results !== void 0 && func0.call(data, "results")) {
      let data15 = data.results;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (let key10 of Object.keys(data15))
          if (!(key10 === "path" || key10 === "datasets" || key10 === "date" || key10 === "at" || key10 === "scale" || key10 === "covers")) {
            let err20 = { instancePath: instancePath + "/results", schemaPath: "#/properties/results/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        if (data15.path !== void 0 && func0.call(data15, "path") && (validate49(data15.path, { instancePath: instancePath + "/results/path", a: data15, b: "path", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data15.datasets !== void 0 && func0.call(data15, "datasets")) {
          let data17 = data15.datasets;
          if (Array.isArray(data17)) {
            let len1 = data17.length;
            for (let i1 = 0; i1 < len1; i1++)
              validate23(data17[i1], { instancePath: instancePath + "/results/datasets/" + i1, a: data17, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length);
          } else {
            let err21 = { instancePath: instancePath + "/results/datasets", schemaPath: "#/properties/results/properties/datasets/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data15.date !== void 0 && func0.call(data15, "date") && (validate25(data15.date, { instancePath: instancePath + "/results/date", a: data15, b: "date", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data15.at !== void 0 && func0.call(data15, "at") && (validate49(data15.at, { instancePath: instancePath + "/results/at", a: data15, b: "at", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data15.scale !== void 0 && func0.call(data15, "scale") && (validate202(data15.scale, { instancePath: instancePath + "/results/scale", a: data15, b: "scale", c: rootData }) || (vErrors = vErrors === null ? validate202.errors : joined(vErrors, validate202.errors), errors = vErrors.length)), data15.covers !== void 0 && func0.call(data15, "covers")) {
          let data22 = data15.covers;
          if (Array.isArray(data22)) {
            let len2 = data22.length;
            for (let i2 = 0; i2 < len2; i2++)
              validate49(data22[i2], { instancePath: instancePath + "/results/covers/" + i2, a: data22, b: i2, c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length);
          } else {
            let err22 = { instancePath: instancePath + "/results/covers", schemaPath: "#/properties/results/properties/covers/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
      } else {
        let err23 = { instancePath: instancePath + "/results", schemaPath: "#/properties/results/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.gate !== void 0 && func0.call(data, "gate")) {
      let data24 = data.gate;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (let key11 of Object.keys(data24))
          if (!(key11 === "job" || key11 === "runs_when" || key11 === "blocks")) {
            let err24 = { instancePath: instancePath + "/gate", schemaPath: "#/properties/gate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        if (data24.job !== void 0 && func0.call(data24, "job") && (validate49(data24.job, { instancePath: instancePath + "/gate/job", a: data24, b: "job", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data24.runs_when !== void 0 && func0.call(data24, "runs_when")) {
          let data26 = data24.runs_when;
          if (Array.isArray(data26)) {
            let len3 = data26.length;
            for (let i3 = 0; i3 < len3; i3++)
              validate233(data26[i3], { instancePath: instancePath + "/gate/runs_when/" + i3, a: data26, b: i3, c: rootData }) || (vErrors = vErrors === null ? validate233.errors : joined(vErrors, validate233.errors), errors = vErrors.length);
          } else {
            let err25 = { instancePath: instancePath + "/gate/runs_when", schemaPath: "#/properties/gate/properties/runs_when/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        }
        if (data24.blocks !== void 0 && func0.call(data24, "blocks")) {
          let data28 = data24.blocks;
          if (!(data28 === "merge" || data28 === "deploy")) {
            let err26 = { instancePath: instancePath + "/gate/blocks", schemaPath: "#/properties/gate/properties/blocks/enum", keyword: "enum", params: { allowedValues: schema40.properties.gate.properties.blocks.enum } };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        }
      } else {
        let err27 = { instancePath: instancePath + "/gate", schemaPath: "#/properties/gate/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.judge !== void 0 && func0.call(data, "judge")) {
      let data29 = data.judge;
      if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
        for (let key12 of Object.keys(data29))
          if (!(key12 === "model" || key12 === "version" || key12 === "cases" || key12 === "kappa" || key12 === "date" || key12 === "proof")) {
            let err28 = { instancePath: instancePath + "/judge", schemaPath: "#/properties/judge/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        if (data29.model !== void 0 && func0.call(data29, "model") && (validate23(data29.model, { instancePath: instancePath + "/judge/model", a: data29, b: "model", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data29.version !== void 0 && func0.call(data29, "version") && (validate107(data29.version, { instancePath: instancePath + "/judge/version", a: data29, b: "version", c: rootData }) || (vErrors = vErrors === null ? validate107.errors : joined(vErrors, validate107.errors), errors = vErrors.length)), data29.cases !== void 0 && func0.call(data29, "cases") && (validate37(data29.cases, { instancePath: instancePath + "/judge/cases", a: data29, b: "cases", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data29.kappa !== void 0 && func0.call(data29, "kappa")) {
          let data33 = data29.kappa;
          if (!(typeof data33 == "number" && isFinite(data33))) {
            let dataType0 = typeof data33, coerced0;
            if (coerced0 === void 0)
              if (dataType0 == "boolean" || data33 === null || dataType0 == "string" && data33 && data33 == +data33)
                coerced0 = +data33;
              else {
                let err29 = { instancePath: instancePath + "/judge/kappa", schemaPath: "#/properties/judge/properties/kappa/type", keyword: "type", params: { type: "number" } };
                vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
              }
            coerced0 !== void 0 && (data33 = coerced0, data29 !== void 0 && (data29.kappa = coerced0));
          }
          if (typeof data33 == "number" && isFinite(data33)) {
            if (data33 > 1 || isNaN(data33)) {
              let err30 = { instancePath: instancePath + "/judge/kappa", schemaPath: "#/properties/judge/properties/kappa/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
              vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
            }
            if (data33 < -1 || isNaN(data33)) {
              let err31 = { instancePath: instancePath + "/judge/kappa", schemaPath: "#/properties/judge/properties/kappa/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 } };
              vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
            }
          }
        }
        data29.date !== void 0 && func0.call(data29, "date") && (validate25(data29.date, { instancePath: instancePath + "/judge/date", a: data29, b: "date", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data29.proof !== void 0 && func0.call(data29, "proof") && (validate49(data29.proof, { instancePath: instancePath + "/judge/proof", a: data29, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err32 = { instancePath: instancePath + "/judge", schemaPath: "#/properties/judge/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.load_test !== void 0 && func0.call(data, "load_test")) {
      let data36 = data.load_test;
      if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
        for (let key13 of Object.keys(data36))
          if (!(key13 === "rate" || key13 === "p95" || key13 === "date" || key13 === "against" || key13 === "proof")) {
            let err33 = { instancePath: instancePath + "/load_test", schemaPath: "#/properties/load_test/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
        if (data36.rate !== void 0 && func0.call(data36, "rate") && (validate89(data36.rate, { instancePath: instancePath + "/load_test/rate", a: data36, b: "rate", c: rootData }) || (vErrors = vErrors === null ? validate89.errors : joined(vErrors, validate89.errors), errors = vErrors.length)), data36.p95 !== void 0 && func0.call(data36, "p95") && (validate47(data36.p95, { instancePath: instancePath + "/load_test/p95", a: data36, b: "p95", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data36.date !== void 0 && func0.call(data36, "date") && (validate25(data36.date, { instancePath: instancePath + "/load_test/date", a: data36, b: "date", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data36.against !== void 0 && func0.call(data36, "against")) {
          let data40 = data36.against;
          if (!(data40 === "production" || data40 === "staging" || data40 === "mock")) {
            let err34 = { instancePath: instancePath + "/load_test/against", schemaPath: "#/properties/load_test/properties/against/enum", keyword: "enum", params: { allowedValues: schema40.properties.load_test.properties.against.enum } };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
        data36.proof !== void 0 && func0.call(data36, "proof") && (validate49(data36.proof, { instancePath: instancePath + "/load_test/proof", a: data36, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err35 = { instancePath: instancePath + "/load_test", schemaPath: "#/properties/load_test/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.red_team !== void 0 && func0.call(data, "red_team")) {
      let data42 = data.red_team;
      if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
        for (let key14 of Object.keys(data42))
          if (!(key14 === "date" || key14 === "covers" || key14 === "proof")) {
            let err36 = { instancePath: instancePath + "/red_team", schemaPath: "#/properties/red_team/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } };
            vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
          }
        if (data42.date !== void 0 && func0.call(data42, "date") && (validate25(data42.date, { instancePath: instancePath + "/red_team/date", a: data42, b: "date", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data42.covers !== void 0 && func0.call(data42, "covers")) {
          let data44 = data42.covers;
          if (Array.isArray(data44)) {
            let len4 = data44.length;
            for (let i4 = 0; i4 < len4; i4++)
              validate33(data44[i4], { instancePath: instancePath + "/red_team/covers/" + i4, a: data44, b: i4, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
          } else {
            let err37 = { instancePath: instancePath + "/red_team/covers", schemaPath: "#/properties/red_team/properties/covers/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
        }
        data42.proof !== void 0 && func0.call(data42, "proof") && (validate49(data42.proof, { instancePath: instancePath + "/red_team/proof", a: data42, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err38 = { instancePath: instancePath + "/red_team", schemaPath: "#/properties/red_team/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
  } else {
    let err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
  }
  return validate186.errors = vErrors, errors === 0;
}
var schema49 = { properties: { calls: {}, content: { enum: ["full", "redacted", "by-reference", "none"] }, convention: {}, fields: { items: {} }, sample: {}, emitted_by: {}, collector: {}, store: {}, retention: {}, redacts: { items: {} }, readers: { items: {} }, live_since: {} } };
var pattern25 = new RegExp("^(?:otel-genai/[0-9]+(?:\\.[0-9]+){0,2}|openinference|own)$", "u");
function validate250(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 64) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern25.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:otel-genai/[0-9]+(?:\\.[0-9]+){0,2}|openinference|own)$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate250.errors = vErrors, errors === 0;
}
function validate248(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema49.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.calls !== void 0 && func0.call(data, "calls") && (validate92(data.calls, { instancePath: instancePath + "/calls", a: data, b: "calls", c: rootData }) || (vErrors = vErrors === null ? validate92.errors : joined(vErrors, validate92.errors), errors = vErrors.length)), data.content !== void 0 && func0.call(data, "content")) {
      let data1 = data.content;
      if (!(data1 === "full" || data1 === "redacted" || data1 === "by-reference" || data1 === "none")) {
        let err1 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/enum", keyword: "enum", params: { allowedValues: schema49.properties.content.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.convention !== void 0 && func0.call(data, "convention") && (validate250(data.convention, { instancePath: instancePath + "/convention", a: data, b: "convention", c: rootData }) || (vErrors = vErrors === null ? validate250.errors : joined(vErrors, validate250.errors), errors = vErrors.length)), data.fields !== void 0 && func0.call(data, "fields")) {
      let data3 = data.fields;
      if (Array.isArray(data3)) {
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate33(data3[i0], { instancePath: instancePath + "/fields/" + i0, a: data3, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
      } else {
        let err2 = { instancePath: instancePath + "/fields", schemaPath: "#/properties/fields/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.sample !== void 0 && func0.call(data, "sample") && (validate49(data.sample, { instancePath: instancePath + "/sample", a: data, b: "sample", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.emitted_by !== void 0 && func0.call(data, "emitted_by") && (validate49(data.emitted_by, { instancePath: instancePath + "/emitted_by", a: data, b: "emitted_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.collector !== void 0 && func0.call(data, "collector") && (validate49(data.collector, { instancePath: instancePath + "/collector", a: data, b: "collector", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.store !== void 0 && func0.call(data, "store") && (validate33(data.store, { instancePath: instancePath + "/store", a: data, b: "store", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.retention !== void 0 && func0.call(data, "retention") && (validate47(data.retention, { instancePath: instancePath + "/retention", a: data, b: "retention", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.redacts !== void 0 && func0.call(data, "redacts")) {
      let data10 = data.redacts;
      if (Array.isArray(data10)) {
        let len1 = data10.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate33(data10[i1], { instancePath: instancePath + "/redacts/" + i1, a: data10, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/redacts", schemaPath: "#/properties/redacts/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.readers !== void 0 && func0.call(data, "readers")) {
      let data12 = data.readers;
      if (Array.isArray(data12)) {
        let len2 = data12.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate23(data12[i2], { instancePath: instancePath + "/readers/" + i2, a: data12, b: i2, c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/readers", schemaPath: "#/properties/readers/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    data.live_since !== void 0 && func0.call(data, "live_since") && (validate25(data.live_since, { instancePath: instancePath + "/live_since", a: data, b: "live_since", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length));
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate248.errors = vErrors, errors === 0;
}
var pattern27 = new RegExp("^(?:(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?)%|[0-9]+/(?:day|week|month))$", "u");
function validate268(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern27.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?)%|[0-9]+/(?:day|week|month))$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate268.errors = vErrors, errors === 0;
}
function validate266(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0 || !func0.call(data, "kind")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "kind" || key0 === "by" || key0 === "sample" || key0 === "window" || key0 === "emitted_as" || key0 === "emitted_by")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.kind !== void 0 && func0.call(data, "kind") && data.kind !== "quality") {
      let err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "quality" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.by !== void 0 && func0.call(data, "by") && (validate23(data.by, { instancePath: instancePath + "/by", a: data, b: "by", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.sample !== void 0 && func0.call(data, "sample") && (validate268(data.sample, { instancePath: instancePath + "/sample", a: data, b: "sample", c: rootData }) || (vErrors = vErrors === null ? validate268.errors : joined(vErrors, validate268.errors), errors = vErrors.length)), data.window !== void 0 && func0.call(data, "window") && (validate47(data.window, { instancePath: instancePath + "/window", a: data, b: "window", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.emitted_as !== void 0 && func0.call(data, "emitted_as") && (validate33(data.emitted_as, { instancePath: instancePath + "/emitted_as", a: data, b: "emitted_as", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.emitted_by !== void 0 && func0.call(data, "emitted_by") && (validate49(data.emitted_by, { instancePath: instancePath + "/emitted_by", a: data, b: "emitted_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate266.errors = vErrors, errors === 0;
}
function validate273(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0 || !func0.call(data, "kind")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "kind" || key0 === "by" || key0 === "sample" || key0 === "window" || key0 === "emitted_as" || key0 === "emitted_by")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.kind !== void 0 && func0.call(data, "kind") && data.kind !== "retrieval") {
      let err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "retrieval" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.by !== void 0 && func0.call(data, "by") && (validate23(data.by, { instancePath: instancePath + "/by", a: data, b: "by", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.sample !== void 0 && func0.call(data, "sample") && (validate268(data.sample, { instancePath: instancePath + "/sample", a: data, b: "sample", c: rootData }) || (vErrors = vErrors === null ? validate268.errors : joined(vErrors, validate268.errors), errors = vErrors.length)), data.window !== void 0 && func0.call(data, "window") && (validate47(data.window, { instancePath: instancePath + "/window", a: data, b: "window", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.emitted_as !== void 0 && func0.call(data, "emitted_as") && (validate33(data.emitted_as, { instancePath: instancePath + "/emitted_as", a: data, b: "emitted_as", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.emitted_by !== void 0 && func0.call(data, "emitted_by") && (validate49(data.emitted_by, { instancePath: instancePath + "/emitted_by", a: data, b: "emitted_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate273.errors = vErrors, errors === 0;
}
var schema56 = { properties: { kind: {}, of: { enum: ["queries", "features", "predictions", "outputs"] }, method: {}, reference: {}, window: {}, emitted_as: {}, emitted_by: {} } };
function validate279(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0 || !func0.call(data, "kind")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "kind" || key0 === "of" || key0 === "method" || key0 === "reference" || key0 === "window" || key0 === "emitted_as" || key0 === "emitted_by")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.kind !== void 0 && func0.call(data, "kind") && data.kind !== "drift") {
      let err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "drift" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.of !== void 0 && func0.call(data, "of")) {
      let data1 = data.of;
      if (!(data1 === "queries" || data1 === "features" || data1 === "predictions" || data1 === "outputs")) {
        let err3 = { instancePath: instancePath + "/of", schemaPath: "#/properties/of/enum", keyword: "enum", params: { allowedValues: schema56.properties.of.enum } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    data.method !== void 0 && func0.call(data, "method") && (validate33(data.method, { instancePath: instancePath + "/method", a: data, b: "method", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.reference !== void 0 && func0.call(data, "reference") && (validate23(data.reference, { instancePath: instancePath + "/reference", a: data, b: "reference", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.window !== void 0 && func0.call(data, "window") && (validate47(data.window, { instancePath: instancePath + "/window", a: data, b: "window", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.emitted_as !== void 0 && func0.call(data, "emitted_as") && (validate33(data.emitted_as, { instancePath: instancePath + "/emitted_as", a: data, b: "emitted_as", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.emitted_by !== void 0 && func0.call(data, "emitted_by") && (validate49(data.emitted_by, { instancePath: instancePath + "/emitted_by", a: data, b: "emitted_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate279.errors = vErrors, errors === 0;
}
function validate285(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0 || !func0.call(data, "kind")) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 of Object.keys(data))
      if (!(key0 === "kind" || key0 === "window" || key0 === "emitted_as" || key0 === "emitted_by")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.kind !== void 0 && func0.call(data, "kind") && data.kind !== "usage") {
      let err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "usage" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.window !== void 0 && func0.call(data, "window") && (validate47(data.window, { instancePath: instancePath + "/window", a: data, b: "window", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.emitted_as !== void 0 && func0.call(data, "emitted_as") && (validate33(data.emitted_as, { instancePath: instancePath + "/emitted_as", a: data, b: "emitted_as", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.emitted_by !== void 0 && func0.call(data, "emitted_by") && (validate49(data.emitted_by, { instancePath: instancePath + "/emitted_by", a: data, b: "emitted_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate285.errors = vErrors, errors === 0;
}
function validate265(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let tag0 = data.kind;
    if (typeof tag0 == "string")
      if (tag0 === "quality")
        validate266(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate266.errors : joined(vErrors, validate266.errors), errors = vErrors.length);
      else if (tag0 === "retrieval")
        validate273(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate273.errors : joined(vErrors, validate273.errors), errors = vErrors.length);
      else if (tag0 === "drift")
        validate279(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate279.errors : joined(vErrors, validate279.errors), errors = vErrors.length);
      else if (tag0 === "usage")
        validate285(data, { instancePath, a: parentData, b: parentDataProperty, c: rootData }) || (vErrors = vErrors === null ? validate285.errors : joined(vErrors, validate285.errors), errors = vErrors.length);
      else {
        let err0 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    else {
      let err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate265.errors = vErrors, errors === 0;
}
var schema58 = { properties: { metric: {}, above: {}, below: {}, of: {}, each: {}, for: {}, severity: { enum: ["page", "ticket", "info"] }, notify: {}, runbook: {}, rule: {}, tested: {}, test: {} } };
var pattern29 = new RegExp("^-?[0-9]+(?:\\.[0-9]+)?(?:%|ms|s|m|h|d|w| [A-Z]{3})?$", "u");
function validate296(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern29.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^-?[0-9]+(?:\\.[0-9]+)?(?:%|ms|s|m|h|d|w| [A-Z]{3})?$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate296.errors = vErrors, errors === 0;
}
function validate294(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema58.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.metric !== void 0 && func0.call(data, "metric") && (validate23(data.metric, { instancePath: instancePath + "/metric", a: data, b: "metric", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.above !== void 0 && func0.call(data, "above") && (validate296(data.above, { instancePath: instancePath + "/above", a: data, b: "above", c: rootData }) || (vErrors = vErrors === null ? validate296.errors : joined(vErrors, validate296.errors), errors = vErrors.length)), data.below !== void 0 && func0.call(data, "below") && (validate296(data.below, { instancePath: instancePath + "/below", a: data, b: "below", c: rootData }) || (vErrors = vErrors === null ? validate296.errors : joined(vErrors, validate296.errors), errors = vErrors.length)), data.of !== void 0 && func0.call(data, "of") && (validate33(data.of, { instancePath: instancePath + "/of", a: data, b: "of", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.each !== void 0 && func0.call(data, "each") && (validate33(data.each, { instancePath: instancePath + "/each", a: data, b: "each", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.for !== void 0 && func0.call(data, "for") && (validate47(data.for, { instancePath: instancePath + "/for", a: data, b: "for", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.severity !== void 0 && func0.call(data, "severity")) {
      let data6 = data.severity;
      if (!(data6 === "page" || data6 === "ticket" || data6 === "info")) {
        let err1 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema58.properties.severity.enum } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    data.notify !== void 0 && func0.call(data, "notify") && (validate23(data.notify, { instancePath: instancePath + "/notify", a: data, b: "notify", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.runbook !== void 0 && func0.call(data, "runbook") && (validate49(data.runbook, { instancePath: instancePath + "/runbook", a: data, b: "runbook", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.rule !== void 0 && func0.call(data, "rule") && (validate49(data.rule, { instancePath: instancePath + "/rule", a: data, b: "rule", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.tested !== void 0 && func0.call(data, "tested") && (validate25(data.tested, { instancePath: instancePath + "/tested", a: data, b: "tested", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.test !== void 0 && func0.call(data, "test") && (validate49(data.test, { instancePath: instancePath + "/test", a: data, b: "test", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate294.errors = vErrors, errors === 0;
}
function validate262(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "live_since" || key0 === "dashboard" || key0 === "metrics" || key0 === "alerts" || key0 === "feedback")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.live_since !== void 0 && func0.call(data, "live_since") && (validate25(data.live_since, { instancePath: instancePath + "/live_since", a: data, b: "live_since", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.dashboard !== void 0 && func0.call(data, "dashboard") && (validate49(data.dashboard, { instancePath: instancePath + "/dashboard", a: data, b: "dashboard", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.metrics !== void 0 && func0.call(data, "metrics")) {
      let data2 = data.metrics;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 of Object.keys(data2)) {
          let _errs6 = errors;
          if (typeof key1 == "string") {
            if (func50(key1) > 100) {
              let err1 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key1 };
              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            }
            if (!pattern0.test(key1)) {
              let err2 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key1 };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          }
          var valid1 = _errs6 === errors;
          if (!valid1) {
            let err3 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
        for (let key2 of Object.keys(data2))
          validate265(data2[key2], { instancePath: instancePath + "/metrics/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), a: data2, b: key2, c: rootData }) || (vErrors = vErrors === null ? validate265.errors : joined(vErrors, validate265.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.alerts !== void 0 && func0.call(data, "alerts")) {
      let data4 = data.alerts;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key3 of Object.keys(data4)) {
          let _errs11 = errors;
          if (typeof key3 == "string") {
            if (func50(key3) > 100) {
              let err5 = { instancePath: instancePath + "/alerts", schemaPath: "#/properties/alerts/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key3 };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (!pattern0.test(key3)) {
              let err6 = { instancePath: instancePath + "/alerts", schemaPath: "#/properties/alerts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key3 };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          }
          var valid3 = _errs11 === errors;
          if (!valid3) {
            let err7 = { instancePath: instancePath + "/alerts", schemaPath: "#/properties/alerts/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        for (let key4 of Object.keys(data4))
          validate294(data4[key4], { instancePath: instancePath + "/alerts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), a: data4, b: key4, c: rootData }) || (vErrors = vErrors === null ? validate294.errors : joined(vErrors, validate294.errors), errors = vErrors.length);
      } else {
        let err8 = { instancePath: instancePath + "/alerts", schemaPath: "#/properties/alerts/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.feedback !== void 0 && func0.call(data, "feedback")) {
      let data6 = data.feedback;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key5 of Object.keys(data6))
          if (!(key5 === "how" || key5 === "reaches" || key5 === "review_every")) {
            let err9 = { instancePath: instancePath + "/feedback", schemaPath: "#/properties/feedback/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        data6.how !== void 0 && func0.call(data6, "how") && (validate29(data6.how, { instancePath: instancePath + "/feedback/how", a: data6, b: "how", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data6.reaches !== void 0 && func0.call(data6, "reaches") && (validate23(data6.reaches, { instancePath: instancePath + "/feedback/reaches", a: data6, b: "reaches", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data6.review_every !== void 0 && func0.call(data6, "review_every") && (validate47(data6.review_every, { instancePath: instancePath + "/feedback/review_every", a: data6, b: "review_every", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
      } else {
        let err10 = { instancePath: instancePath + "/feedback", schemaPath: "#/properties/feedback/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate262.errors = vErrors, errors === 0;
}
var schema60 = { properties: { run_owner: {}, involved_since: {}, design_reviews: { items: {} }, handover: { properties: { from: {}, date: {}, record: {} } }, slo: { properties: { availability: {}, hours: {}, p95_latency: {}, quality: { properties: { metric: {}, min: {}, max: {} } }, window: {}, definition: {} } }, support: { properties: { hours: {}, respond_within: {} } }, changes: { propertyNames: { enum: ["prompt", "model", "index", "connector", "tool", "features"] }, additionalProperties: {} }, triggers: { propertyNames: {}, additionalProperties: {} }, fallback: { properties: { model_down: {}, index_down: {}, source_down: {}, tool_down: {} } }, run_limits: { properties: { max_steps: {}, max_duration: {}, max_cost: {}, enforced_by: {} } }, off_switch: { properties: { how: {}, who: { items: {} }, takes: {}, tested: {}, proof: {} } }, budget: { properties: { per_day: {}, per_call: {}, stop_at: {}, enforced_by: {} } }, incidents: { properties: { process: {}, last_drill: {}, drill_record: {}, new_cases_go_to: {}, modes: { propertyNames: {}, additionalProperties: {} } } } } };
var pattern30 = new RegExp("^(?:24x7|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[-,](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)){0,6} [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9] [A-Z][A-Za-z0-9+-]*(?:/[A-Za-z0-9_+-]+){0,2})$", "u");
function validate320(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 100) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern30.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:24x7|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[-,](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)){0,6} [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9] [A-Z][A-Za-z0-9+-]*(?:/[A-Za-z0-9_+-]+){0,2})$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate320.errors = vErrors, errors === 0;
}
function validate330(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "tested_by" || key0 === "approver" || key0 === "rollout" || key0 === "rollback" || key0 === "rollback_takes" || key0 === "rollback_tested" || key0 === "rollback_proof")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.tested_by !== void 0 && func0.call(data, "tested_by") && (validate49(data.tested_by, { instancePath: instancePath + "/tested_by", a: data, b: "tested_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data.approver !== void 0 && func0.call(data, "approver") && (validate23(data.approver, { instancePath: instancePath + "/approver", a: data, b: "approver", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.rollout !== void 0 && func0.call(data, "rollout") && (validate33(data.rollout, { instancePath: instancePath + "/rollout", a: data, b: "rollout", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.rollback !== void 0 && func0.call(data, "rollback") && (validate33(data.rollback, { instancePath: instancePath + "/rollback", a: data, b: "rollback", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.rollback_takes !== void 0 && func0.call(data, "rollback_takes") && (validate47(data.rollback_takes, { instancePath: instancePath + "/rollback_takes", a: data, b: "rollback_takes", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data.rollback_tested !== void 0 && func0.call(data, "rollback_tested") && (validate25(data.rollback_tested, { instancePath: instancePath + "/rollback_tested", a: data, b: "rollback_tested", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.rollback_proof !== void 0 && func0.call(data, "rollback_proof") && (validate49(data.rollback_proof, { instancePath: instancePath + "/rollback_proof", a: data, b: "rollback_proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate330.errors = vErrors, errors === 0;
}
var pattern32 = new RegExp("^(?:[A-Za-z0-9][A-Za-z0-9._-]*|[0-9]+(?:\\.[0-9]+)?(?:h|d|w) before (?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|[A-Za-z0-9][A-Za-z0-9._-]*\\.retires))$", "u");
function validate340(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 200) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern32.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9][A-Za-z0-9._-]*|[0-9]+(?:\\.[0-9]+)?(?:h|d|w) before (?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|[A-Za-z0-9][A-Za-z0-9._-]*\\.retires))$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate340.errors = vErrors, errors === 0;
}
function validate339(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "when" || key0 === "then" || key0 === "owner" || key0 === "within")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.when !== void 0 && func0.call(data, "when")) {
      let data0 = data.when;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate340(data0[i0], { instancePath: instancePath + "/when/" + i0, a: data0, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate340.errors : joined(vErrors, validate340.errors), errors = vErrors.length);
      } else {
        let err1 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    data.then !== void 0 && func0.call(data, "then") && (validate33(data.then, { instancePath: instancePath + "/then", a: data, b: "then", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.within !== void 0 && func0.call(data, "within") && (validate47(data.within, { instancePath: instancePath + "/within", a: data, b: "within", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate339.errors = vErrors, errors === 0;
}
var pattern33 = new RegExp("^[0-9]+(?:\\.[0-9]+)? [A-Z]{3}$", "u");
function validate352(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 32) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern33.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(?:\\.[0-9]+)? [A-Z]{3}$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate352.errors = vErrors, errors === 0;
}
function validate368(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "detected_by" || key0 === "first_action" || key0 === "runbook")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.detected_by !== void 0 && func0.call(data, "detected_by") && (validate23(data.detected_by, { instancePath: instancePath + "/detected_by", a: data, b: "detected_by", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.first_action !== void 0 && func0.call(data, "first_action") && (validate29(data.first_action, { instancePath: instancePath + "/first_action", a: data, b: "first_action", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.runbook !== void 0 && func0.call(data, "runbook") && (validate49(data.runbook, { instancePath: instancePath + "/runbook", a: data, b: "runbook", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate368.errors = vErrors, errors === 0;
}
function validate312(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema60.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.run_owner !== void 0 && func0.call(data, "run_owner") && (validate23(data.run_owner, { instancePath: instancePath + "/run_owner", a: data, b: "run_owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.involved_since !== void 0 && func0.call(data, "involved_since") && (validate25(data.involved_since, { instancePath: instancePath + "/involved_since", a: data, b: "involved_since", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data.design_reviews !== void 0 && func0.call(data, "design_reviews")) {
      let data2 = data.design_reviews;
      if (Array.isArray(data2)) {
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate49(data2[i0], { instancePath: instancePath + "/design_reviews/" + i0, a: data2, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length);
      } else {
        let err1 = { instancePath: instancePath + "/design_reviews", schemaPath: "#/properties/design_reviews/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.handover !== void 0 && func0.call(data, "handover")) {
      let data4 = data.handover;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key1 of Object.keys(data4))
          if (!(key1 === "from" || key1 === "date" || key1 === "record")) {
            let err2 = { instancePath: instancePath + "/handover", schemaPath: "#/properties/handover/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        data4.from !== void 0 && func0.call(data4, "from") && (validate23(data4.from, { instancePath: instancePath + "/handover/from", a: data4, b: "from", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data4.date !== void 0 && func0.call(data4, "date") && (validate25(data4.date, { instancePath: instancePath + "/handover/date", a: data4, b: "date", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data4.record !== void 0 && func0.call(data4, "record") && (validate49(data4.record, { instancePath: instancePath + "/handover/record", a: data4, b: "record", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err3 = { instancePath: instancePath + "/handover", schemaPath: "#/properties/handover/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.slo !== void 0 && func0.call(data, "slo")) {
      let data8 = data.slo;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (let key2 of Object.keys(data8))
          if (!(key2 === "availability" || key2 === "hours" || key2 === "p95_latency" || key2 === "quality" || key2 === "window" || key2 === "definition")) {
            let err4 = { instancePath: instancePath + "/slo", schemaPath: "#/properties/slo/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        if (data8.availability !== void 0 && func0.call(data8, "availability") && (validate92(data8.availability, { instancePath: instancePath + "/slo/availability", a: data8, b: "availability", c: rootData }) || (vErrors = vErrors === null ? validate92.errors : joined(vErrors, validate92.errors), errors = vErrors.length)), data8.hours !== void 0 && func0.call(data8, "hours") && (validate320(data8.hours, { instancePath: instancePath + "/slo/hours", a: data8, b: "hours", c: rootData }) || (vErrors = vErrors === null ? validate320.errors : joined(vErrors, validate320.errors), errors = vErrors.length)), data8.p95_latency !== void 0 && func0.call(data8, "p95_latency") && (validate47(data8.p95_latency, { instancePath: instancePath + "/slo/p95_latency", a: data8, b: "p95_latency", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data8.quality !== void 0 && func0.call(data8, "quality")) {
          let data12 = data8.quality;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            for (let key3 of Object.keys(data12))
              if (!(key3 === "metric" || key3 === "min" || key3 === "max")) {
                let err5 = { instancePath: instancePath + "/slo/quality", schemaPath: "#/properties/slo/properties/quality/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
              }
            data12.metric !== void 0 && func0.call(data12, "metric") && (validate23(data12.metric, { instancePath: instancePath + "/slo/quality/metric", a: data12, b: "metric", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data12.min !== void 0 && func0.call(data12, "min") && (validate206(data12.min, { instancePath: instancePath + "/slo/quality/min", a: data12, b: "min", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length)), data12.max !== void 0 && func0.call(data12, "max") && (validate206(data12.max, { instancePath: instancePath + "/slo/quality/max", a: data12, b: "max", c: rootData }) || (vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors), errors = vErrors.length));
          } else {
            let err6 = { instancePath: instancePath + "/slo/quality", schemaPath: "#/properties/slo/properties/quality/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        data8.window !== void 0 && func0.call(data8, "window") && (validate47(data8.window, { instancePath: instancePath + "/slo/window", a: data8, b: "window", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data8.definition !== void 0 && func0.call(data8, "definition") && (validate49(data8.definition, { instancePath: instancePath + "/slo/definition", a: data8, b: "definition", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err7 = { instancePath: instancePath + "/slo", schemaPath: "#/properties/slo/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.support !== void 0 && func0.call(data, "support")) {
      let data18 = data.support;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (let key4 of Object.keys(data18))
          if (!(key4 === "hours" || key4 === "respond_within")) {
            let err8 = { instancePath: instancePath + "/support", schemaPath: "#/properties/support/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        data18.hours !== void 0 && func0.call(data18, "hours") && (validate320(data18.hours, { instancePath: instancePath + "/support/hours", a: data18, b: "hours", c: rootData }) || (vErrors = vErrors === null ? validate320.errors : joined(vErrors, validate320.errors), errors = vErrors.length)), data18.respond_within !== void 0 && func0.call(data18, "respond_within") && (validate47(data18.respond_within, { instancePath: instancePath + "/support/respond_within", a: data18, b: "respond_within", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length));
      } else {
        let err9 = { instancePath: instancePath + "/support", schemaPath: "#/properties/support/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.changes !== void 0 && func0.call(data, "changes")) {
      let data21 = data.changes;
      if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
        for (let key5 of Object.keys(data21)) {
          let _errs34 = errors;
          if (!(key5 === "prompt" || key5 === "model" || key5 === "index" || key5 === "connector" || key5 === "tool" || key5 === "features")) {
            let err10 = { instancePath: instancePath + "/changes", schemaPath: "#/properties/changes/propertyNames/enum", keyword: "enum", params: { allowedValues: schema60.properties.changes.propertyNames.enum }, propertyName: key5 };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
          var valid7 = _errs34 === errors;
          if (!valid7) {
            let err11 = { instancePath: instancePath + "/changes", schemaPath: "#/properties/changes/propertyNames", keyword: "propertyNames", params: { propertyName: key5 } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        for (let key6 of Object.keys(data21))
          validate330(data21[key6], { instancePath: instancePath + "/changes/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), a: data21, b: key6, c: rootData }) || (vErrors = vErrors === null ? validate330.errors : joined(vErrors, validate330.errors), errors = vErrors.length);
      } else {
        let err12 = { instancePath: instancePath + "/changes", schemaPath: "#/properties/changes/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.triggers !== void 0 && func0.call(data, "triggers")) {
      let data23 = data.triggers;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (let key7 of Object.keys(data23)) {
          let _errs39 = errors;
          if (typeof key7 == "string") {
            if (func50(key7) > 100) {
              let err13 = { instancePath: instancePath + "/triggers", schemaPath: "#/properties/triggers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key7 };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (!pattern0.test(key7)) {
              let err14 = { instancePath: instancePath + "/triggers", schemaPath: "#/properties/triggers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key7 };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          }
          var valid9 = _errs39 === errors;
          if (!valid9) {
            let err15 = { instancePath: instancePath + "/triggers", schemaPath: "#/properties/triggers/propertyNames", keyword: "propertyNames", params: { propertyName: key7 } };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        for (let key8 of Object.keys(data23))
          validate339(data23[key8], { instancePath: instancePath + "/triggers/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), a: data23, b: key8, c: rootData }) || (vErrors = vErrors === null ? validate339.errors : joined(vErrors, validate339.errors), errors = vErrors.length);
      } else {
        let err16 = { instancePath: instancePath + "/triggers", schemaPath: "#/properties/triggers/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.fallback !== void 0 && func0.call(data, "fallback")) {
      let data25 = data.fallback;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (let key9 of Object.keys(data25))
          if (!(key9 === "model_down" || key9 === "index_down" || key9 === "source_down" || key9 === "tool_down")) {
            let err17 = { instancePath: instancePath + "/fallback", schemaPath: "#/properties/fallback/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        data25.model_down !== void 0 && func0.call(data25, "model_down") && (validate33(data25.model_down, { instancePath: instancePath + "/fallback/model_down", a: data25, b: "model_down", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data25.index_down !== void 0 && func0.call(data25, "index_down") && (validate33(data25.index_down, { instancePath: instancePath + "/fallback/index_down", a: data25, b: "index_down", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data25.source_down !== void 0 && func0.call(data25, "source_down") && (validate33(data25.source_down, { instancePath: instancePath + "/fallback/source_down", a: data25, b: "source_down", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data25.tool_down !== void 0 && func0.call(data25, "tool_down") && (validate33(data25.tool_down, { instancePath: instancePath + "/fallback/tool_down", a: data25, b: "tool_down", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length));
      } else {
        let err18 = { instancePath: instancePath + "/fallback", schemaPath: "#/properties/fallback/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.run_limits !== void 0 && func0.call(data, "run_limits")) {
      let data30 = data.run_limits;
      if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
        for (let key10 of Object.keys(data30))
          if (!(key10 === "max_steps" || key10 === "max_duration" || key10 === "max_cost" || key10 === "enforced_by")) {
            let err19 = { instancePath: instancePath + "/run_limits", schemaPath: "#/properties/run_limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        data30.max_steps !== void 0 && func0.call(data30, "max_steps") && (validate37(data30.max_steps, { instancePath: instancePath + "/run_limits/max_steps", a: data30, b: "max_steps", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data30.max_duration !== void 0 && func0.call(data30, "max_duration") && (validate47(data30.max_duration, { instancePath: instancePath + "/run_limits/max_duration", a: data30, b: "max_duration", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data30.max_cost !== void 0 && func0.call(data30, "max_cost") && (validate352(data30.max_cost, { instancePath: instancePath + "/run_limits/max_cost", a: data30, b: "max_cost", c: rootData }) || (vErrors = vErrors === null ? validate352.errors : joined(vErrors, validate352.errors), errors = vErrors.length)), data30.enforced_by !== void 0 && func0.call(data30, "enforced_by") && (validate49(data30.enforced_by, { instancePath: instancePath + "/run_limits/enforced_by", a: data30, b: "enforced_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err20 = { instancePath: instancePath + "/run_limits", schemaPath: "#/properties/run_limits/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.off_switch !== void 0 && func0.call(data, "off_switch")) {
      let data35 = data.off_switch;
      if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
        for (let key11 of Object.keys(data35))
          if (!(key11 === "how" || key11 === "who" || key11 === "takes" || key11 === "tested" || key11 === "proof")) {
            let err21 = { instancePath: instancePath + "/off_switch", schemaPath: "#/properties/off_switch/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        if (data35.how !== void 0 && func0.call(data35, "how") && (validate29(data35.how, { instancePath: instancePath + "/off_switch/how", a: data35, b: "how", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data35.who !== void 0 && func0.call(data35, "who")) {
          let data37 = data35.who;
          if (Array.isArray(data37)) {
            let len1 = data37.length;
            for (let i1 = 0; i1 < len1; i1++)
              validate23(data37[i1], { instancePath: instancePath + "/off_switch/who/" + i1, a: data37, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length);
          } else {
            let err22 = { instancePath: instancePath + "/off_switch/who", schemaPath: "#/properties/off_switch/properties/who/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
        data35.takes !== void 0 && func0.call(data35, "takes") && (validate47(data35.takes, { instancePath: instancePath + "/off_switch/takes", a: data35, b: "takes", c: rootData }) || (vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors), errors = vErrors.length)), data35.tested !== void 0 && func0.call(data35, "tested") && (validate25(data35.tested, { instancePath: instancePath + "/off_switch/tested", a: data35, b: "tested", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data35.proof !== void 0 && func0.call(data35, "proof") && (validate49(data35.proof, { instancePath: instancePath + "/off_switch/proof", a: data35, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err23 = { instancePath: instancePath + "/off_switch", schemaPath: "#/properties/off_switch/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.budget !== void 0 && func0.call(data, "budget")) {
      let data42 = data.budget;
      if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
        for (let key12 of Object.keys(data42))
          if (!(key12 === "per_day" || key12 === "per_call" || key12 === "stop_at" || key12 === "enforced_by")) {
            let err24 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        data42.per_day !== void 0 && func0.call(data42, "per_day") && (validate352(data42.per_day, { instancePath: instancePath + "/budget/per_day", a: data42, b: "per_day", c: rootData }) || (vErrors = vErrors === null ? validate352.errors : joined(vErrors, validate352.errors), errors = vErrors.length)), data42.per_call !== void 0 && func0.call(data42, "per_call") && (validate352(data42.per_call, { instancePath: instancePath + "/budget/per_call", a: data42, b: "per_call", c: rootData }) || (vErrors = vErrors === null ? validate352.errors : joined(vErrors, validate352.errors), errors = vErrors.length)), data42.stop_at !== void 0 && func0.call(data42, "stop_at") && (validate352(data42.stop_at, { instancePath: instancePath + "/budget/stop_at", a: data42, b: "stop_at", c: rootData }) || (vErrors = vErrors === null ? validate352.errors : joined(vErrors, validate352.errors), errors = vErrors.length)), data42.enforced_by !== void 0 && func0.call(data42, "enforced_by") && (validate49(data42.enforced_by, { instancePath: instancePath + "/budget/enforced_by", a: data42, b: "enforced_by", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err25 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.incidents !== void 0 && func0.call(data, "incidents")) {
      let data47 = data.incidents;
      if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
        for (let key13 of Object.keys(data47))
          if (!(key13 === "process" || key13 === "last_drill" || key13 === "drill_record" || key13 === "new_cases_go_to" || key13 === "modes")) {
            let err26 = { instancePath: instancePath + "/incidents", schemaPath: "#/properties/incidents/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        if (data47.process !== void 0 && func0.call(data47, "process") && (validate49(data47.process, { instancePath: instancePath + "/incidents/process", a: data47, b: "process", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data47.last_drill !== void 0 && func0.call(data47, "last_drill") && (validate25(data47.last_drill, { instancePath: instancePath + "/incidents/last_drill", a: data47, b: "last_drill", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data47.drill_record !== void 0 && func0.call(data47, "drill_record") && (validate49(data47.drill_record, { instancePath: instancePath + "/incidents/drill_record", a: data47, b: "drill_record", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data47.new_cases_go_to !== void 0 && func0.call(data47, "new_cases_go_to") && (validate23(data47.new_cases_go_to, { instancePath: instancePath + "/incidents/new_cases_go_to", a: data47, b: "new_cases_go_to", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data47.modes !== void 0 && func0.call(data47, "modes")) {
          let data52 = data47.modes;
          if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
            for (let key14 of Object.keys(data52)) {
              let _errs82 = errors;
              if (typeof key14 == "string") {
                if (func50(key14) > 100) {
                  let err27 = { instancePath: instancePath + "/incidents/modes", schemaPath: "#/properties/incidents/properties/modes/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key14 };
                  vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                }
                if (!pattern0.test(key14)) {
                  let err28 = { instancePath: instancePath + "/incidents/modes", schemaPath: "#/properties/incidents/properties/modes/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key14 };
                  vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                }
              }
              var valid18 = _errs82 === errors;
              if (!valid18) {
                let err29 = { instancePath: instancePath + "/incidents/modes", schemaPath: "#/properties/incidents/properties/modes/propertyNames", keyword: "propertyNames", params: { propertyName: key14 } };
                vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
              }
            }
            for (let key15 of Object.keys(data52))
              validate368(data52[key15], { instancePath: instancePath + "/incidents/modes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), a: data52, b: key15, c: rootData }) || (vErrors = vErrors === null ? validate368.errors : joined(vErrors, validate368.errors), errors = vErrors.length);
          } else {
            let err30 = { instancePath: instancePath + "/incidents/modes", schemaPath: "#/properties/incidents/properties/modes/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
          }
        }
      } else {
        let err31 = { instancePath: instancePath + "/incidents", schemaPath: "#/properties/incidents/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
  } else {
    let err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
  }
  return validate312.errors = vErrors, errors === 0;
}
var schema67 = { properties: { risk: { properties: { class: { enum: ["minimal", "limited", "high", "prohibited"] }, why: {}, assessed: {}, by: {}, assessment: {} } }, privacy: { properties: { basis: {}, dpia: {}, contact: {} } }, oversight: { properties: { who: {}, how: {}, override: {}, cases_per_day: {}, minutes_per_case: {}, reviewers: {} } }, disclosure: { properties: { where: {}, says: {}, proof: {} } }, untrusted: { properties: { sources: { items: {} }, controls: { items: {} }, test: {} } }, high_risk: { properties: { role: { enum: ["provider", "deployer"] }, technical_docs: {}, monitoring_plan: {}, report_to: {} } } } };
function validate374(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "risk" || key0 === "privacy" || key0 === "oversight" || key0 === "disclosure" || key0 === "untrusted" || key0 === "high_risk")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.risk !== void 0 && func0.call(data, "risk")) {
      let data0 = data.risk;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (let key1 of Object.keys(data0))
          if (!(key1 === "class" || key1 === "why" || key1 === "assessed" || key1 === "by" || key1 === "assessment")) {
            let err1 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
          }
        if (data0.class !== void 0 && func0.call(data0, "class")) {
          let data1 = data0.class;
          if (!(data1 === "minimal" || data1 === "limited" || data1 === "high" || data1 === "prohibited")) {
            let err2 = { instancePath: instancePath + "/risk/class", schemaPath: "#/properties/risk/properties/class/enum", keyword: "enum", params: { allowedValues: schema67.properties.risk.properties.class.enum } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        }
        data0.why !== void 0 && func0.call(data0, "why") && (validate29(data0.why, { instancePath: instancePath + "/risk/why", a: data0, b: "why", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data0.assessed !== void 0 && func0.call(data0, "assessed") && (validate25(data0.assessed, { instancePath: instancePath + "/risk/assessed", a: data0, b: "assessed", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length)), data0.by !== void 0 && func0.call(data0, "by") && (validate23(data0.by, { instancePath: instancePath + "/risk/by", a: data0, b: "by", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data0.assessment !== void 0 && func0.call(data0, "assessment") && (validate49(data0.assessment, { instancePath: instancePath + "/risk/assessment", a: data0, b: "assessment", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err3 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.privacy !== void 0 && func0.call(data, "privacy")) {
      let data6 = data.privacy;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key2 of Object.keys(data6))
          if (!(key2 === "basis" || key2 === "dpia" || key2 === "contact")) {
            let err4 = { instancePath: instancePath + "/privacy", schemaPath: "#/properties/privacy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        data6.basis !== void 0 && func0.call(data6, "basis") && (validate29(data6.basis, { instancePath: instancePath + "/privacy/basis", a: data6, b: "basis", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data6.dpia !== void 0 && func0.call(data6, "dpia") && (validate49(data6.dpia, { instancePath: instancePath + "/privacy/dpia", a: data6, b: "dpia", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data6.contact !== void 0 && func0.call(data6, "contact") && (validate23(data6.contact, { instancePath: instancePath + "/privacy/contact", a: data6, b: "contact", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length));
      } else {
        let err5 = { instancePath: instancePath + "/privacy", schemaPath: "#/properties/privacy/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.oversight !== void 0 && func0.call(data, "oversight")) {
      let data10 = data.oversight;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key3 of Object.keys(data10))
          if (!(key3 === "who" || key3 === "how" || key3 === "override" || key3 === "cases_per_day" || key3 === "minutes_per_case" || key3 === "reviewers")) {
            let err6 = { instancePath: instancePath + "/oversight", schemaPath: "#/properties/oversight/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        data10.who !== void 0 && func0.call(data10, "who") && (validate33(data10.who, { instancePath: instancePath + "/oversight/who", a: data10, b: "who", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data10.how !== void 0 && func0.call(data10, "how") && (validate29(data10.how, { instancePath: instancePath + "/oversight/how", a: data10, b: "how", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data10.override !== void 0 && func0.call(data10, "override") && (validate29(data10.override, { instancePath: instancePath + "/oversight/override", a: data10, b: "override", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data10.cases_per_day !== void 0 && func0.call(data10, "cases_per_day") && (validate37(data10.cases_per_day, { instancePath: instancePath + "/oversight/cases_per_day", a: data10, b: "cases_per_day", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length)), data10.minutes_per_case !== void 0 && func0.call(data10, "minutes_per_case") && (validate42(data10.minutes_per_case, { instancePath: instancePath + "/oversight/minutes_per_case", a: data10, b: "minutes_per_case", c: rootData }) || (vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors), errors = vErrors.length)), data10.reviewers !== void 0 && func0.call(data10, "reviewers") && (validate37(data10.reviewers, { instancePath: instancePath + "/oversight/reviewers", a: data10, b: "reviewers", c: rootData }) || (vErrors = vErrors === null ? validate37.errors : joined(vErrors, validate37.errors), errors = vErrors.length));
      } else {
        let err7 = { instancePath: instancePath + "/oversight", schemaPath: "#/properties/oversight/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.disclosure !== void 0 && func0.call(data, "disclosure")) {
      let data17 = data.disclosure;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (let key4 of Object.keys(data17))
          if (!(key4 === "where" || key4 === "says" || key4 === "proof")) {
            let err8 = { instancePath: instancePath + "/disclosure", schemaPath: "#/properties/disclosure/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        data17.where !== void 0 && func0.call(data17, "where") && (validate33(data17.where, { instancePath: instancePath + "/disclosure/where", a: data17, b: "where", c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length)), data17.says !== void 0 && func0.call(data17, "says") && (validate29(data17.says, { instancePath: instancePath + "/disclosure/says", a: data17, b: "says", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data17.proof !== void 0 && func0.call(data17, "proof") && (validate49(data17.proof, { instancePath: instancePath + "/disclosure/proof", a: data17, b: "proof", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err9 = { instancePath: instancePath + "/disclosure", schemaPath: "#/properties/disclosure/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.untrusted !== void 0 && func0.call(data, "untrusted")) {
      let data21 = data.untrusted;
      if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
        for (let key5 of Object.keys(data21))
          if (!(key5 === "sources" || key5 === "controls" || key5 === "test")) {
            let err10 = { instancePath: instancePath + "/untrusted", schemaPath: "#/properties/untrusted/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        if (data21.sources !== void 0 && func0.call(data21, "sources")) {
          let data22 = data21.sources;
          if (Array.isArray(data22)) {
            let len0 = data22.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate23(data22[i0], { instancePath: instancePath + "/untrusted/sources/" + i0, a: data22, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length);
          } else {
            let err11 = { instancePath: instancePath + "/untrusted/sources", schemaPath: "#/properties/untrusted/properties/sources/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        if (data21.controls !== void 0 && func0.call(data21, "controls")) {
          let data24 = data21.controls;
          if (Array.isArray(data24)) {
            let len1 = data24.length;
            for (let i1 = 0; i1 < len1; i1++)
              validate33(data24[i1], { instancePath: instancePath + "/untrusted/controls/" + i1, a: data24, b: i1, c: rootData }) || (vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors), errors = vErrors.length);
          } else {
            let err12 = { instancePath: instancePath + "/untrusted/controls", schemaPath: "#/properties/untrusted/properties/controls/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        data21.test !== void 0 && func0.call(data21, "test") && (validate49(data21.test, { instancePath: instancePath + "/untrusted/test", a: data21, b: "test", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length));
      } else {
        let err13 = { instancePath: instancePath + "/untrusted", schemaPath: "#/properties/untrusted/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.high_risk !== void 0 && func0.call(data, "high_risk")) {
      let data27 = data.high_risk;
      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
        for (let key6 of Object.keys(data27))
          if (!(key6 === "role" || key6 === "technical_docs" || key6 === "monitoring_plan" || key6 === "report_to")) {
            let err14 = { instancePath: instancePath + "/high_risk", schemaPath: "#/properties/high_risk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        if (data27.role !== void 0 && func0.call(data27, "role")) {
          let data28 = data27.role;
          if (!(data28 === "provider" || data28 === "deployer")) {
            let err15 = { instancePath: instancePath + "/high_risk/role", schemaPath: "#/properties/high_risk/properties/role/enum", keyword: "enum", params: { allowedValues: schema67.properties.high_risk.properties.role.enum } };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        data27.technical_docs !== void 0 && func0.call(data27, "technical_docs") && (validate49(data27.technical_docs, { instancePath: instancePath + "/high_risk/technical_docs", a: data27, b: "technical_docs", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data27.monitoring_plan !== void 0 && func0.call(data27, "monitoring_plan") && (validate49(data27.monitoring_plan, { instancePath: instancePath + "/high_risk/monitoring_plan", a: data27, b: "monitoring_plan", c: rootData }) || (vErrors = vErrors === null ? validate49.errors : joined(vErrors, validate49.errors), errors = vErrors.length)), data27.report_to !== void 0 && func0.call(data27, "report_to") && (validate29(data27.report_to, { instancePath: instancePath + "/high_risk/report_to", a: data27, b: "report_to", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length));
      } else {
        let err16 = { instancePath: instancePath + "/high_risk", schemaPath: "#/properties/high_risk/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
  } else {
    let err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate374.errors = vErrors, errors === 0;
}
var pattern35 = new RegExp("^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", "u");
function validate399(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    let dataType0 = typeof data, coerced0;
    if (coerced0 === void 0)
      if (dataType0 == "number" || dataType0 == "boolean")
        coerced0 = "" + data;
      else if (data === null)
        coerced0 = "";
      else {
        let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    coerced0 !== void 0 && (data = coerced0, parentData !== void 0 && (parentData[parentDataProperty] = coerced0));
  }
  if (typeof data == "string") {
    if (func50(data) > 100) {
      let err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (!pattern35.test(data)) {
      let err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate399.errors = vErrors, errors === 0;
}
function validate398(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!(key0 === "rule" || key0 === "where" || key0 === "reason" || key0 === "owner" || key0 === "expires")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.rule !== void 0 && func0.call(data, "rule") && (validate399(data.rule, { instancePath: instancePath + "/rule", a: data, b: "rule", c: rootData }) || (vErrors = vErrors === null ? validate399.errors : joined(vErrors, validate399.errors), errors = vErrors.length)), data.where !== void 0 && func0.call(data, "where") && (validate221(data.where, { instancePath: instancePath + "/where", a: data, b: "where", c: rootData }) || (vErrors = vErrors === null ? validate221.errors : joined(vErrors, validate221.errors), errors = vErrors.length)), data.reason !== void 0 && func0.call(data, "reason") && (validate29(data.reason, { instancePath: instancePath + "/reason", a: data, b: "reason", c: rootData }) || (vErrors = vErrors === null ? validate29.errors : joined(vErrors, validate29.errors), errors = vErrors.length)), data.owner !== void 0 && func0.call(data, "owner") && (validate23(data.owner, { instancePath: instancePath + "/owner", a: data, b: "owner", c: rootData }) || (vErrors = vErrors === null ? validate23.errors : joined(vErrors, validate23.errors), errors = vErrors.length)), data.expires !== void 0 && func0.call(data, "expires") && (validate25(data.expires, { instancePath: instancePath + "/expires", a: data, b: "expires", c: rootData }) || (vErrors = vErrors === null ? validate25.errors : joined(vErrors, validate25.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate398.errors = vErrors, errors === 0;
}
function validate21(data, { instancePath = "", a: parentData, b: parentDataProperty, c: rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 of Object.keys(data))
      if (!func0.call(schema6.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.apiVersion !== void 0 && func0.call(data, "apiVersion") && data.apiVersion !== "ai-system/v1") {
      let err1 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/enum", keyword: "enum", params: { allowedValues: schema6.properties.apiVersion.enum } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.system !== void 0 && func0.call(data, "system") && (validate22(data.system, { instancePath: instancePath + "/system", a: data, b: "system", c: rootData }) || (vErrors = vErrors === null ? validate22.errors : joined(vErrors, validate22.errors), errors = vErrors.length)), data.owners !== void 0 && func0.call(data, "owners")) {
      let data2 = data.owners;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 of Object.keys(data2)) {
          let _errs6 = errors;
          if (typeof key1 == "string") {
            if (func50(key1) > 100) {
              let err2 = { instancePath: instancePath + "/owners", schemaPath: "#/properties/owners/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key1 };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
            if (!pattern0.test(key1)) {
              let err3 = { instancePath: instancePath + "/owners", schemaPath: "#/properties/owners/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key1 };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          }
          var valid1 = _errs6 === errors;
          if (!valid1) {
            let err4 = { instancePath: instancePath + "/owners", schemaPath: "#/properties/owners/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
        for (let key2 of Object.keys(data2))
          validate61(data2[key2], { instancePath: instancePath + "/owners/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), a: data2, b: key2, c: rootData }) || (vErrors = vErrors === null ? validate61.errors : joined(vErrors, validate61.errors), errors = vErrors.length);
      } else {
        let err5 = { instancePath: instancePath + "/owners", schemaPath: "#/properties/owners/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.sources !== void 0 && func0.call(data, "sources")) {
      let data4 = data.sources;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key3 of Object.keys(data4)) {
          let _errs11 = errors;
          if (typeof key3 == "string") {
            if (func50(key3) > 100) {
              let err6 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key3 };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (!pattern0.test(key3)) {
              let err7 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key3 };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          }
          var valid3 = _errs11 === errors;
          if (!valid3) {
            let err8 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        for (let key4 of Object.keys(data4))
          validate71(data4[key4], { instancePath: instancePath + "/sources/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), a: data4, b: key4, c: rootData }) || (vErrors = vErrors === null ? validate71.errors : joined(vErrors, validate71.errors), errors = vErrors.length);
      } else {
        let err9 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.models !== void 0 && func0.call(data, "models")) {
      let data6 = data.models;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key5 of Object.keys(data6)) {
          let _errs16 = errors;
          if (typeof key5 == "string") {
            if (func50(key5) > 100) {
              let err10 = { instancePath: instancePath + "/models", schemaPath: "#/properties/models/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key5 };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (!pattern0.test(key5)) {
              let err11 = { instancePath: instancePath + "/models", schemaPath: "#/properties/models/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key5 };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          }
          var valid5 = _errs16 === errors;
          if (!valid5) {
            let err12 = { instancePath: instancePath + "/models", schemaPath: "#/properties/models/propertyNames", keyword: "propertyNames", params: { propertyName: key5 } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        for (let key6 of Object.keys(data6))
          validate105(data6[key6], { instancePath: instancePath + "/models/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), a: data6, b: key6, c: rootData }) || (vErrors = vErrors === null ? validate105.errors : joined(vErrors, validate105.errors), errors = vErrors.length);
      } else {
        let err13 = { instancePath: instancePath + "/models", schemaPath: "#/properties/models/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.prompts !== void 0 && func0.call(data, "prompts")) {
      let data8 = data.prompts;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (let key7 of Object.keys(data8)) {
          let _errs21 = errors;
          if (typeof key7 == "string") {
            if (func50(key7) > 100) {
              let err14 = { instancePath: instancePath + "/prompts", schemaPath: "#/properties/prompts/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key7 };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (!pattern0.test(key7)) {
              let err15 = { instancePath: instancePath + "/prompts", schemaPath: "#/properties/prompts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key7 };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          }
          var valid7 = _errs21 === errors;
          if (!valid7) {
            let err16 = { instancePath: instancePath + "/prompts", schemaPath: "#/properties/prompts/propertyNames", keyword: "propertyNames", params: { propertyName: key7 } };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
        for (let key8 of Object.keys(data8))
          validate154(data8[key8], { instancePath: instancePath + "/prompts/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), a: data8, b: key8, c: rootData }) || (vErrors = vErrors === null ? validate154.errors : joined(vErrors, validate154.errors), errors = vErrors.length);
      } else {
        let err17 = { instancePath: instancePath + "/prompts", schemaPath: "#/properties/prompts/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.indexes !== void 0 && func0.call(data, "indexes")) {
      let data10 = data.indexes;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key9 of Object.keys(data10)) {
          let _errs26 = errors;
          if (typeof key9 == "string") {
            if (func50(key9) > 100) {
              let err18 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key9 };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            if (!pattern0.test(key9)) {
              let err19 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key9 };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
          }
          var valid9 = _errs26 === errors;
          if (!valid9) {
            let err20 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/propertyNames", keyword: "propertyNames", params: { propertyName: key9 } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        for (let key10 of Object.keys(data10))
          validate160(data10[key10], { instancePath: instancePath + "/indexes/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), a: data10, b: key10, c: rootData }) || (vErrors = vErrors === null ? validate160.errors : joined(vErrors, validate160.errors), errors = vErrors.length);
      } else {
        let err21 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.tools !== void 0 && func0.call(data, "tools")) {
      let data12 = data.tools;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (let key11 of Object.keys(data12)) {
          let _errs31 = errors;
          if (typeof key11 == "string") {
            if (func50(key11) > 100) {
              let err22 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/propertyNames/maxLength", keyword: "maxLength", params: { limit: 100 }, propertyName: key11 };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
            if (!pattern0.test(key11)) {
              let err23 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key11 };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
          }
          var valid11 = _errs31 === errors;
          if (!valid11) {
            let err24 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/propertyNames", keyword: "propertyNames", params: { propertyName: key11 } };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        }
        for (let key12 of Object.keys(data12))
          validate175(data12[key12], { instancePath: instancePath + "/tools/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), a: data12, b: key12, c: rootData }) || (vErrors = vErrors === null ? validate175.errors : joined(vErrors, validate175.errors), errors = vErrors.length);
      } else {
        let err25 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.evaluation !== void 0 && func0.call(data, "evaluation") && (validate186(data.evaluation, { instancePath: instancePath + "/evaluation", a: data, b: "evaluation", c: rootData }) || (vErrors = vErrors === null ? validate186.errors : joined(vErrors, validate186.errors), errors = vErrors.length)), data.logging !== void 0 && func0.call(data, "logging") && (validate248(data.logging, { instancePath: instancePath + "/logging", a: data, b: "logging", c: rootData }) || (vErrors = vErrors === null ? validate248.errors : joined(vErrors, validate248.errors), errors = vErrors.length)), data.monitoring !== void 0 && func0.call(data, "monitoring") && (validate262(data.monitoring, { instancePath: instancePath + "/monitoring", a: data, b: "monitoring", c: rootData }) || (vErrors = vErrors === null ? validate262.errors : joined(vErrors, validate262.errors), errors = vErrors.length)), data.operations !== void 0 && func0.call(data, "operations") && (validate312(data.operations, { instancePath: instancePath + "/operations", a: data, b: "operations", c: rootData }) || (vErrors = vErrors === null ? validate312.errors : joined(vErrors, validate312.errors), errors = vErrors.length)), data.governance !== void 0 && func0.call(data, "governance") && (validate374(data.governance, { instancePath: instancePath + "/governance", a: data, b: "governance", c: rootData }) || (vErrors = vErrors === null ? validate374.errors : joined(vErrors, validate374.errors), errors = vErrors.length)), data.waivers !== void 0 && func0.call(data, "waivers")) {
      let data19 = data.waivers;
      if (Array.isArray(data19)) {
        let len0 = data19.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate398(data19[i0], { instancePath: instancePath + "/waivers/" + i0, a: data19, b: i0, c: rootData }) || (vErrors = vErrors === null ? validate398.errors : joined(vErrors, validate398.errors), errors = vErrors.length);
      } else {
        let err26 = { instancePath: instancePath + "/waivers", schemaPath: "#/properties/waivers/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
  } else {
    let err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
function joined(all, more) {
  for (let error of more) all.push(error);
  return all;
}
export {
  validate
};
