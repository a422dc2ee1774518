/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $String = $util.global.String, $BigInt = $util.global.BigInt, $Array = $util.global.Array, $isFinite = $util.global.isFinite, $Boolean = $util.global.Boolean;

// Exported root namespace
const $root = $protobuf.roots["leasehold"] || ($protobuf.roots["leasehold"] = {});

export const leasehold = $root.leasehold = (() => {

    /**
     * Namespace leasehold.
     * @exports leasehold
     * @namespace
     */
    const leasehold = {};

    leasehold.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof leasehold
         * @namespace
         */
        const v1 = {};

        v1.LedgerEntry = (function() {

            /**
             * Properties of a LedgerEntry.
             * @typedef {Object} leasehold.v1.LedgerEntry.$Properties
             * @property {number} [format] LedgerEntry format
             * @property {Long} [index] LedgerEntry index
             * @property {Long} [term] LedgerEntry term
             * @property {Long} [size] LedgerEntry size
             * @property {leasehold.v1.LedgerNoop.$Properties|null} [noop] LedgerEntry noop
             * @property {leasehold.v1.LedgerBatch.$Properties|null} [batch] LedgerEntry batch
             * @property {leasehold.v1.LedgerConfiguration.$Properties|null} [configuration] LedgerEntry configuration
             * @property {"noop"|"batch"|"configuration"} [payload] LedgerEntry payload
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerEntry.
             * @memberof leasehold.v1
             * @interface ILedgerEntry
             * @augments leasehold.v1.LedgerEntry.$Properties
             * @deprecated Use leasehold.v1.LedgerEntry.$Properties instead.
             */

            /**
             * Narrowed shape of a LedgerEntry.
             * @typedef {{
             *   format?: number;
             *   index?: Long;
             *   term?: Long;
             *   size?: Long;
             *   noop?: leasehold.v1.LedgerNoop.$Shape|null;
             *   batch?: leasehold.v1.LedgerBatch.$Shape|null;
             *   configuration?: leasehold.v1.LedgerConfiguration.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ payload?: undefined; noop?: null; batch?: null; configuration?: null }|{ payload?: "noop"; noop: leasehold.v1.LedgerNoop.$Shape; batch?: null; configuration?: null }|{ payload?: "batch"; noop?: null; batch: leasehold.v1.LedgerBatch.$Shape; configuration?: null }|{ payload?: "configuration"; noop?: null; batch?: null; configuration: leasehold.v1.LedgerConfiguration.$Shape })
             * )} leasehold.v1.LedgerEntry.$Shape
             */

            /**
             * Constructs a new LedgerEntry.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerEntry.
             * @constructor
             * @param {leasehold.v1.LedgerEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerEntry format.
             * @member {number} format
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.format = 0;

            /**
             * LedgerEntry index.
             * @member {Long} index
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LedgerEntry term.
             * @member {Long} term
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LedgerEntry size.
             * @member {Long} size
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LedgerEntry noop.
             * @member {leasehold.v1.LedgerNoop|null} noop
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.noop = null;

            /**
             * LedgerEntry batch.
             * @member {leasehold.v1.LedgerBatch|null} batch
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.batch = null;

            /**
             * LedgerEntry configuration.
             * @member {leasehold.v1.LedgerConfiguration|null} configuration
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            LedgerEntry.prototype.configuration = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * LedgerEntry payload.
             * @member {"noop"|"batch"|"configuration"|undefined} payload
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             */
            $Object.defineProperty(LedgerEntry.prototype, "payload", {
                get: $util.oneOfGetter($oneOfFields = ["noop", "batch", "configuration"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new LedgerEntry instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerEntry
             * @static
             * @param {leasehold.v1.LedgerEntry.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerEntry} LedgerEntry instance
             * @type {{
             *   (properties: leasehold.v1.LedgerEntry.$Shape): leasehold.v1.LedgerEntry & leasehold.v1.LedgerEntry.$Shape;
             *   (properties?: leasehold.v1.LedgerEntry.$Properties): leasehold.v1.LedgerEntry;
             * }}
             */
            LedgerEntry.create = function(properties) {
                return new LedgerEntry(properties);
            };

            /**
             * Encodes the specified LedgerEntry message. Does not implicitly {@link leasehold.v1.LedgerEntry.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerEntry
             * @static
             * @param {leasehold.v1.LedgerEntry.$Properties} message LedgerEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.size);
                if (message.noop != null && $Object.hasOwnProperty.call(message, "noop"))
                    $root.leasehold.v1.LedgerNoop.encode(message.noop, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.batch != null && $Object.hasOwnProperty.call(message, "batch"))
                    $root.leasehold.v1.LedgerBatch.encode(message.batch, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.configuration != null && $Object.hasOwnProperty.call(message, "configuration"))
                    $root.leasehold.v1.LedgerConfiguration.encode(message.configuration, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerEntry message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerEntry & leasehold.v1.LedgerEntry.$Shape} LedgerEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.noop = $root.leasehold.v1.LedgerNoop.decode(reader, reader.size(), $undefined, _depth + 1, message.noop);
                            message.payload = "noop";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.batch = $root.leasehold.v1.LedgerBatch.decode(reader, reader.size(), $undefined, _depth + 1, message.batch);
                            message.payload = "batch";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.configuration = $root.leasehold.v1.LedgerConfiguration.decode(reader, reader.size(), $undefined, _depth + 1, message.configuration);
                            message.payload = "configuration";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerEntry message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerEntry
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerEntry} LedgerEntry
             */
            LedgerEntry.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerEntry)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerEntry: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerEntry();
                if (object.format != null)
                    if ($Number(object.format) !== 0)
                        message.format = object.format >>> 0;
                if (object.index != null)
                    if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                        if ($util.Long)
                            message.index = $util.Long.fromValue(object.index, true);
                        else if (typeof object.index === "string")
                            message.index = $parseInt(object.index, 10);
                        else if (typeof object.index === "number")
                            message.index = object.index;
                        else if (typeof object.index === "object")
                            message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
                if (object.term != null)
                    if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                        if ($util.Long)
                            message.term = $util.Long.fromValue(object.term, true);
                        else if (typeof object.term === "string")
                            message.term = $parseInt(object.term, 10);
                        else if (typeof object.term === "number")
                            message.term = object.term;
                        else if (typeof object.term === "object")
                            message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                if (object.size != null)
                    if (typeof object.size === "object" ? object.size.low || object.size.high : $Number(object.size) !== 0)
                        if ($util.Long)
                            message.size = $util.Long.fromValue(object.size, true);
                        else if (typeof object.size === "string")
                            message.size = $parseInt(object.size, 10);
                        else if (typeof object.size === "number")
                            message.size = object.size;
                        else if (typeof object.size === "object")
                            message.size = new $util.LongBits(object.size.low >>> 0, object.size.high >>> 0).toNumber(true);
                if (object.noop != null) {
                    if (!$util.isObject(object.noop))
                        throw $TypeError(".leasehold.v1.LedgerEntry.noop: object expected");
                    message.noop = $root.leasehold.v1.LedgerNoop.fromObject(object.noop, _depth + 1);
                }
                if (object.batch != null) {
                    if (!$util.isObject(object.batch))
                        throw $TypeError(".leasehold.v1.LedgerEntry.batch: object expected");
                    message.batch = $root.leasehold.v1.LedgerBatch.fromObject(object.batch, _depth + 1);
                }
                if (object.configuration != null) {
                    if (!$util.isObject(object.configuration))
                        throw $TypeError(".leasehold.v1.LedgerEntry.configuration: object expected");
                    message.configuration = $root.leasehold.v1.LedgerConfiguration.fromObject(object.configuration, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerEntry message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerEntry
             * @static
             * @param {leasehold.v1.LedgerEntry} message LedgerEntry
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerEntry.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.format = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                    object.format = message.format;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                    else if (typeof message.index === "number")
                        object.index = options.longs === $String ? $String(message.index) : message.index;
                    else
                        object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
                if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                    else if (typeof message.term === "number")
                        object.term = options.longs === $String ? $String(message.term) : message.term;
                    else
                        object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                if (message.size != null && $Object.hasOwnProperty.call(message, "size"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.size = typeof message.size === "number" ? $BigInt(message.size) : $util.Long.fromBits(message.size.low >>> 0, message.size.high >>> 0, true).toBigInt();
                    else if (typeof message.size === "number")
                        object.size = options.longs === $String ? $String(message.size) : message.size;
                    else
                        object.size = options.longs === $String ? $util.Long.prototype.toString.call(message.size) : options.longs === $Number ? new $util.LongBits(message.size.low >>> 0, message.size.high >>> 0).toNumber(true) : message.size;
                if (message.noop != null && $Object.hasOwnProperty.call(message, "noop")) {
                    object.noop = $root.leasehold.v1.LedgerNoop.toObject(message.noop, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "noop";
                }
                if (message.batch != null && $Object.hasOwnProperty.call(message, "batch")) {
                    object.batch = $root.leasehold.v1.LedgerBatch.toObject(message.batch, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "batch";
                }
                if (message.configuration != null && $Object.hasOwnProperty.call(message, "configuration")) {
                    object.configuration = $root.leasehold.v1.LedgerConfiguration.toObject(message.configuration, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "configuration";
                }
                return object;
            };

            /**
             * Converts this LedgerEntry to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerEntry
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerEntry.prototype.toJSON = function() {
                return LedgerEntry.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerEntry;
        })();

        v1.LedgerNoop = (function() {

            /**
             * Properties of a LedgerNoop.
             * @typedef {Object} leasehold.v1.LedgerNoop.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerNoop.
             * @memberof leasehold.v1
             * @interface ILedgerNoop
             * @augments leasehold.v1.LedgerNoop.$Properties
             * @deprecated Use leasehold.v1.LedgerNoop.$Properties instead.
             */

            /**
             * Shape of a LedgerNoop.
             * @typedef {leasehold.v1.LedgerNoop.$Properties} leasehold.v1.LedgerNoop.$Shape
             */

            /**
             * Constructs a new LedgerNoop.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerNoop.
             * @constructor
             * @param {leasehold.v1.LedgerNoop.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerNoop = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new LedgerNoop instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerNoop
             * @static
             * @param {leasehold.v1.LedgerNoop.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerNoop} LedgerNoop instance
             * @type {{
             *   (properties: leasehold.v1.LedgerNoop.$Shape): leasehold.v1.LedgerNoop & leasehold.v1.LedgerNoop.$Shape;
             *   (properties?: leasehold.v1.LedgerNoop.$Properties): leasehold.v1.LedgerNoop;
             * }}
             */
            LedgerNoop.create = function(properties) {
                return new LedgerNoop(properties);
            };

            /**
             * Encodes the specified LedgerNoop message. Does not implicitly {@link leasehold.v1.LedgerNoop.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerNoop
             * @static
             * @param {leasehold.v1.LedgerNoop.$Properties} message LedgerNoop message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerNoop.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerNoop message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerNoop
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerNoop & leasehold.v1.LedgerNoop.$Shape} LedgerNoop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerNoop.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerNoop();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerNoop message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerNoop
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerNoop} LedgerNoop
             */
            LedgerNoop.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerNoop)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerNoop: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.leasehold.v1.LedgerNoop();
            };

            /**
             * Creates a plain object from a LedgerNoop message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerNoop
             * @static
             * @param {leasehold.v1.LedgerNoop} message LedgerNoop
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerNoop.toObject = function () {
                return {};
            };

            /**
             * Converts this LedgerNoop to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerNoop
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerNoop.prototype.toJSON = function() {
                return LedgerNoop.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerNoop;
        })();

        v1.LedgerHardState = (function() {

            /**
             * Properties of a LedgerHardState.
             * @typedef {Object} leasehold.v1.LedgerHardState.$Properties
             * @property {number} [format] LedgerHardState format
             * @property {Long} [term] LedgerHardState term
             * @property {string|null} [vote] LedgerHardState vote
             * @property {Long} [commit] LedgerHardState commit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerHardState.
             * @memberof leasehold.v1
             * @interface ILedgerHardState
             * @augments leasehold.v1.LedgerHardState.$Properties
             * @deprecated Use leasehold.v1.LedgerHardState.$Properties instead.
             */

            /**
             * Shape of a LedgerHardState.
             * @typedef {leasehold.v1.LedgerHardState.$Properties} leasehold.v1.LedgerHardState.$Shape
             */

            /**
             * Constructs a new LedgerHardState.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerHardState.
             * @constructor
             * @param {leasehold.v1.LedgerHardState.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerHardState = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerHardState format.
             * @member {number} format
             * @memberof leasehold.v1.LedgerHardState
             * @instance
             */
            LedgerHardState.prototype.format = 0;

            /**
             * LedgerHardState term.
             * @member {Long} term
             * @memberof leasehold.v1.LedgerHardState
             * @instance
             */
            LedgerHardState.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LedgerHardState vote.
             * @member {string|null} vote
             * @memberof leasehold.v1.LedgerHardState
             * @instance
             */
            LedgerHardState.prototype.vote = null;

            /**
             * LedgerHardState commit.
             * @member {Long} commit
             * @memberof leasehold.v1.LedgerHardState
             * @instance
             */
            LedgerHardState.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LedgerHardState.prototype, "_vote", {
                get: $util.oneOfGetter($oneOfFields = ["vote"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new LedgerHardState instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerHardState
             * @static
             * @param {leasehold.v1.LedgerHardState.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerHardState} LedgerHardState instance
             * @type {{
             *   (properties: leasehold.v1.LedgerHardState.$Shape): leasehold.v1.LedgerHardState & leasehold.v1.LedgerHardState.$Shape;
             *   (properties?: leasehold.v1.LedgerHardState.$Properties): leasehold.v1.LedgerHardState;
             * }}
             */
            LedgerHardState.create = function(properties) {
                return new LedgerHardState(properties);
            };

            /**
             * Encodes the specified LedgerHardState message. Does not implicitly {@link leasehold.v1.LedgerHardState.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerHardState
             * @static
             * @param {leasehold.v1.LedgerHardState.$Properties} message LedgerHardState message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerHardState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.vote != null && $Object.hasOwnProperty.call(message, "vote"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.vote);
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.commit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerHardState message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerHardState
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerHardState & leasehold.v1.LedgerHardState.$Shape} LedgerHardState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerHardState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerHardState();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.vote = reader.stringVerify();
                            message._vote = "vote";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.commit = value;
                            else
                                delete message.commit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerHardState message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerHardState
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerHardState} LedgerHardState
             */
            LedgerHardState.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerHardState)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerHardState: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerHardState();
                if (object.format != null)
                    if ($Number(object.format) !== 0)
                        message.format = object.format >>> 0;
                if (object.term != null)
                    if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                        if ($util.Long)
                            message.term = $util.Long.fromValue(object.term, true);
                        else if (typeof object.term === "string")
                            message.term = $parseInt(object.term, 10);
                        else if (typeof object.term === "number")
                            message.term = object.term;
                        else if (typeof object.term === "object")
                            message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                if (object.vote != null)
                    message.vote = $String(object.vote);
                if (object.commit != null)
                    if (typeof object.commit === "object" ? object.commit.low || object.commit.high : $Number(object.commit) !== 0)
                        if ($util.Long)
                            message.commit = $util.Long.fromValue(object.commit, true);
                        else if (typeof object.commit === "string")
                            message.commit = $parseInt(object.commit, 10);
                        else if (typeof object.commit === "number")
                            message.commit = object.commit;
                        else if (typeof object.commit === "object")
                            message.commit = new $util.LongBits(object.commit.low >>> 0, object.commit.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a LedgerHardState message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerHardState
             * @static
             * @param {leasehold.v1.LedgerHardState} message LedgerHardState
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerHardState.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.format = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.commit = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.commit = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                    object.format = message.format;
                if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                    else if (typeof message.term === "number")
                        object.term = options.longs === $String ? $String(message.term) : message.term;
                    else
                        object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                if (message.vote != null && $Object.hasOwnProperty.call(message, "vote"))
                    object.vote = message.vote;
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.commit = typeof message.commit === "number" ? $BigInt(message.commit) : $util.Long.fromBits(message.commit.low >>> 0, message.commit.high >>> 0, true).toBigInt();
                    else if (typeof message.commit === "number")
                        object.commit = options.longs === $String ? $String(message.commit) : message.commit;
                    else
                        object.commit = options.longs === $String ? $util.Long.prototype.toString.call(message.commit) : options.longs === $Number ? new $util.LongBits(message.commit.low >>> 0, message.commit.high >>> 0).toNumber(true) : message.commit;
                return object;
            };

            /**
             * Converts this LedgerHardState to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerHardState
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerHardState.prototype.toJSON = function() {
                return LedgerHardState.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerHardState;
        })();

        v1.LedgerConfiguration = (function() {

            /**
             * Properties of a LedgerConfiguration.
             * @typedef {Object} leasehold.v1.LedgerConfiguration.$Properties
             * @property {Array.<string>} [voters] LedgerConfiguration voters
             * @property {leasehold.v1.LedgerNodeList.$Properties|null} [outgoing] LedgerConfiguration outgoing
             * @property {Array.<string>} [learners] LedgerConfiguration learners
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerConfiguration.
             * @memberof leasehold.v1
             * @interface ILedgerConfiguration
             * @augments leasehold.v1.LedgerConfiguration.$Properties
             * @deprecated Use leasehold.v1.LedgerConfiguration.$Properties instead.
             */

            /**
             * Shape of a LedgerConfiguration.
             * @typedef {leasehold.v1.LedgerConfiguration.$Properties} leasehold.v1.LedgerConfiguration.$Shape
             */

            /**
             * Constructs a new LedgerConfiguration.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerConfiguration.
             * @constructor
             * @param {leasehold.v1.LedgerConfiguration.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerConfiguration = function (properties) {
                this.voters = [];
                this.learners = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerConfiguration voters.
             * @member {Array.<string>} voters
             * @memberof leasehold.v1.LedgerConfiguration
             * @instance
             */
            LedgerConfiguration.prototype.voters = $util.emptyArray;

            /**
             * LedgerConfiguration outgoing.
             * @member {leasehold.v1.LedgerNodeList|null} outgoing
             * @memberof leasehold.v1.LedgerConfiguration
             * @instance
             */
            LedgerConfiguration.prototype.outgoing = null;

            /**
             * LedgerConfiguration learners.
             * @member {Array.<string>} learners
             * @memberof leasehold.v1.LedgerConfiguration
             * @instance
             */
            LedgerConfiguration.prototype.learners = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LedgerConfiguration.prototype, "_outgoing", {
                get: $util.oneOfGetter($oneOfFields = ["outgoing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new LedgerConfiguration instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerConfiguration
             * @static
             * @param {leasehold.v1.LedgerConfiguration.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerConfiguration} LedgerConfiguration instance
             * @type {{
             *   (properties: leasehold.v1.LedgerConfiguration.$Shape): leasehold.v1.LedgerConfiguration & leasehold.v1.LedgerConfiguration.$Shape;
             *   (properties?: leasehold.v1.LedgerConfiguration.$Properties): leasehold.v1.LedgerConfiguration;
             * }}
             */
            LedgerConfiguration.create = function(properties) {
                return new LedgerConfiguration(properties);
            };

            /**
             * Encodes the specified LedgerConfiguration message. Does not implicitly {@link leasehold.v1.LedgerConfiguration.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerConfiguration
             * @static
             * @param {leasehold.v1.LedgerConfiguration.$Properties} message LedgerConfiguration message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerConfiguration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.voters != null && message.voters.length)
                    for (let i = 0; i < message.voters.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.voters[i]);
                if (message.outgoing != null && $Object.hasOwnProperty.call(message, "outgoing"))
                    $root.leasehold.v1.LedgerNodeList.encode(message.outgoing, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.learners != null && message.learners.length)
                    for (let i = 0; i < message.learners.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.learners[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerConfiguration message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerConfiguration
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerConfiguration & leasehold.v1.LedgerConfiguration.$Shape} LedgerConfiguration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerConfiguration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerConfiguration();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.voters && message.voters.length))
                                message.voters = [];
                            message.voters.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.outgoing = $root.leasehold.v1.LedgerNodeList.decode(reader, reader.size(), $undefined, _depth + 1, message.outgoing);
                            message._outgoing = "outgoing";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.learners && message.learners.length))
                                message.learners = [];
                            message.learners.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerConfiguration message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerConfiguration
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerConfiguration} LedgerConfiguration
             */
            LedgerConfiguration.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerConfiguration)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerConfiguration: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerConfiguration();
                if (object.voters) {
                    if (!$Array.isArray(object.voters))
                        throw $TypeError(".leasehold.v1.LedgerConfiguration.voters: array expected");
                    message.voters = $Array(object.voters.length);
                    for (let i = 0; i < object.voters.length; ++i)
                        message.voters[i] = $String(object.voters[i]);
                }
                if (object.outgoing != null) {
                    if (!$util.isObject(object.outgoing))
                        throw $TypeError(".leasehold.v1.LedgerConfiguration.outgoing: object expected");
                    message.outgoing = $root.leasehold.v1.LedgerNodeList.fromObject(object.outgoing, _depth + 1);
                }
                if (object.learners) {
                    if (!$Array.isArray(object.learners))
                        throw $TypeError(".leasehold.v1.LedgerConfiguration.learners: array expected");
                    message.learners = $Array(object.learners.length);
                    for (let i = 0; i < object.learners.length; ++i)
                        message.learners[i] = $String(object.learners[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerConfiguration message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerConfiguration
             * @static
             * @param {leasehold.v1.LedgerConfiguration} message LedgerConfiguration
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerConfiguration.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.voters = [];
                    object.learners = [];
                }
                if (message.voters && message.voters.length) {
                    object.voters = $Array(message.voters.length);
                    for (let j = 0; j < message.voters.length; ++j)
                        object.voters[j] = message.voters[j];
                }
                if (message.outgoing != null && $Object.hasOwnProperty.call(message, "outgoing"))
                    object.outgoing = $root.leasehold.v1.LedgerNodeList.toObject(message.outgoing, options, _depth + 1);
                if (message.learners && message.learners.length) {
                    object.learners = $Array(message.learners.length);
                    for (let j = 0; j < message.learners.length; ++j)
                        object.learners[j] = message.learners[j];
                }
                return object;
            };

            /**
             * Converts this LedgerConfiguration to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerConfiguration
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerConfiguration.prototype.toJSON = function() {
                return LedgerConfiguration.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerConfiguration;
        })();

        v1.LedgerNodeList = (function() {

            /**
             * Properties of a LedgerNodeList.
             * @typedef {Object} leasehold.v1.LedgerNodeList.$Properties
             * @property {Array.<string>} [nodes] LedgerNodeList nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerNodeList.
             * @memberof leasehold.v1
             * @interface ILedgerNodeList
             * @augments leasehold.v1.LedgerNodeList.$Properties
             * @deprecated Use leasehold.v1.LedgerNodeList.$Properties instead.
             */

            /**
             * Shape of a LedgerNodeList.
             * @typedef {leasehold.v1.LedgerNodeList.$Properties} leasehold.v1.LedgerNodeList.$Shape
             */

            /**
             * Constructs a new LedgerNodeList.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerNodeList.
             * @constructor
             * @param {leasehold.v1.LedgerNodeList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerNodeList = function (properties) {
                this.nodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerNodeList nodes.
             * @member {Array.<string>} nodes
             * @memberof leasehold.v1.LedgerNodeList
             * @instance
             */
            LedgerNodeList.prototype.nodes = $util.emptyArray;

            /**
             * Creates a new LedgerNodeList instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerNodeList
             * @static
             * @param {leasehold.v1.LedgerNodeList.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerNodeList} LedgerNodeList instance
             * @type {{
             *   (properties: leasehold.v1.LedgerNodeList.$Shape): leasehold.v1.LedgerNodeList & leasehold.v1.LedgerNodeList.$Shape;
             *   (properties?: leasehold.v1.LedgerNodeList.$Properties): leasehold.v1.LedgerNodeList;
             * }}
             */
            LedgerNodeList.create = function(properties) {
                return new LedgerNodeList(properties);
            };

            /**
             * Encodes the specified LedgerNodeList message. Does not implicitly {@link leasehold.v1.LedgerNodeList.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerNodeList
             * @static
             * @param {leasehold.v1.LedgerNodeList.$Properties} message LedgerNodeList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerNodeList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.nodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerNodeList message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerNodeList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerNodeList & leasehold.v1.LedgerNodeList.$Shape} LedgerNodeList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerNodeList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerNodeList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerNodeList message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerNodeList
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerNodeList} LedgerNodeList
             */
            LedgerNodeList.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerNodeList)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerNodeList: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerNodeList();
                if (object.nodes) {
                    if (!$Array.isArray(object.nodes))
                        throw $TypeError(".leasehold.v1.LedgerNodeList.nodes: array expected");
                    message.nodes = $Array(object.nodes.length);
                    for (let i = 0; i < object.nodes.length; ++i)
                        message.nodes[i] = $String(object.nodes[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerNodeList message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerNodeList
             * @static
             * @param {leasehold.v1.LedgerNodeList} message LedgerNodeList
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerNodeList.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.nodes = [];
                if (message.nodes && message.nodes.length) {
                    object.nodes = $Array(message.nodes.length);
                    for (let j = 0; j < message.nodes.length; ++j)
                        object.nodes[j] = message.nodes[j];
                }
                return object;
            };

            /**
             * Converts this LedgerNodeList to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerNodeList
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerNodeList.prototype.toJSON = function() {
                return LedgerNodeList.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerNodeList;
        })();

        v1.LedgerBatch = (function() {

            /**
             * Properties of a LedgerBatch.
             * @typedef {Object} leasehold.v1.LedgerBatch.$Properties
             * @property {number} [at] LedgerBatch at
             * @property {Array.<leasehold.v1.LedgerCommand.$Properties>} [commands] LedgerBatch commands
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerBatch.
             * @memberof leasehold.v1
             * @interface ILedgerBatch
             * @augments leasehold.v1.LedgerBatch.$Properties
             * @deprecated Use leasehold.v1.LedgerBatch.$Properties instead.
             */

            /**
             * Shape of a LedgerBatch.
             * @typedef {{
             *   at?: number;
             *   commands?: Array.<leasehold.v1.LedgerCommand.$Shape>;
             *   $unknowns?: Array.<Uint8Array>;
             * }} leasehold.v1.LedgerBatch.$Shape
             */

            /**
             * Constructs a new LedgerBatch.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerBatch.
             * @constructor
             * @param {leasehold.v1.LedgerBatch.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerBatch = function (properties) {
                this.commands = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerBatch at.
             * @member {number} at
             * @memberof leasehold.v1.LedgerBatch
             * @instance
             */
            LedgerBatch.prototype.at = 0;

            /**
             * LedgerBatch commands.
             * @member {Array.<leasehold.v1.LedgerCommand>} commands
             * @memberof leasehold.v1.LedgerBatch
             * @instance
             */
            LedgerBatch.prototype.commands = $util.emptyArray;

            /**
             * Creates a new LedgerBatch instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerBatch
             * @static
             * @param {leasehold.v1.LedgerBatch.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerBatch} LedgerBatch instance
             * @type {{
             *   (properties: leasehold.v1.LedgerBatch.$Shape): leasehold.v1.LedgerBatch & leasehold.v1.LedgerBatch.$Shape;
             *   (properties?: leasehold.v1.LedgerBatch.$Properties): leasehold.v1.LedgerBatch;
             * }}
             */
            LedgerBatch.create = function(properties) {
                return new LedgerBatch(properties);
            };

            /**
             * Encodes the specified LedgerBatch message. Does not implicitly {@link leasehold.v1.LedgerBatch.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerBatch
             * @static
             * @param {leasehold.v1.LedgerBatch.$Properties} message LedgerBatch message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerBatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && !$Object.is(message.at, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.at);
                if (message.commands != null && message.commands.length)
                    for (let i = 0; i < message.commands.length; ++i)
                        $root.leasehold.v1.LedgerCommand.encode(message.commands[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerBatch message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerBatch
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerBatch & leasehold.v1.LedgerBatch.$Shape} LedgerBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerBatch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerBatch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commands && message.commands.length))
                                message.commands = [];
                            message.commands.push($root.leasehold.v1.LedgerCommand.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerBatch message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerBatch
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerBatch} LedgerBatch
             */
            LedgerBatch.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerBatch)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerBatch: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerBatch();
                if (object.at != null)
                    if (!$Object.is($Number(object.at), 0))
                        message.at = $Number(object.at);
                if (object.commands) {
                    if (!$Array.isArray(object.commands))
                        throw $TypeError(".leasehold.v1.LedgerBatch.commands: array expected");
                    message.commands = $Array(object.commands.length);
                    for (let i = 0; i < object.commands.length; ++i) {
                        if (!$util.isObject(object.commands[i]))
                            throw $TypeError(".leasehold.v1.LedgerBatch.commands: object expected");
                        message.commands[i] = $root.leasehold.v1.LedgerCommand.fromObject(object.commands[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerBatch message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerBatch
             * @static
             * @param {leasehold.v1.LedgerBatch} message LedgerBatch
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerBatch.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.commands = [];
                if (options.defaults)
                    object.at = 0;
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    object.at = options.json && !$isFinite(message.at) ? $String(message.at) : message.at;
                if (message.commands && message.commands.length) {
                    object.commands = $Array(message.commands.length);
                    for (let j = 0; j < message.commands.length; ++j)
                        object.commands[j] = $root.leasehold.v1.LedgerCommand.toObject(message.commands[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this LedgerBatch to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerBatch
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerBatch.prototype.toJSON = function() {
                return LedgerBatch.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerBatch;
        })();

        v1.LedgerSession = (function() {

            /**
             * Properties of a LedgerSession.
             * @typedef {Object} leasehold.v1.LedgerSession.$Properties
             * @property {string} [node] LedgerSession node
             * @property {Long} [incarnation] LedgerSession incarnation
             * @property {Long} [number] LedgerSession number
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerSession.
             * @memberof leasehold.v1
             * @interface ILedgerSession
             * @augments leasehold.v1.LedgerSession.$Properties
             * @deprecated Use leasehold.v1.LedgerSession.$Properties instead.
             */

            /**
             * Shape of a LedgerSession.
             * @typedef {leasehold.v1.LedgerSession.$Properties} leasehold.v1.LedgerSession.$Shape
             */

            /**
             * Constructs a new LedgerSession.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerSession.
             * @constructor
             * @param {leasehold.v1.LedgerSession.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerSession = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerSession node.
             * @member {string} node
             * @memberof leasehold.v1.LedgerSession
             * @instance
             */
            LedgerSession.prototype.node = "";

            /**
             * LedgerSession incarnation.
             * @member {Long} incarnation
             * @memberof leasehold.v1.LedgerSession
             * @instance
             */
            LedgerSession.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LedgerSession number.
             * @member {Long} number
             * @memberof leasehold.v1.LedgerSession
             * @instance
             */
            LedgerSession.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new LedgerSession instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerSession
             * @static
             * @param {leasehold.v1.LedgerSession.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerSession} LedgerSession instance
             * @type {{
             *   (properties: leasehold.v1.LedgerSession.$Shape): leasehold.v1.LedgerSession & leasehold.v1.LedgerSession.$Shape;
             *   (properties?: leasehold.v1.LedgerSession.$Properties): leasehold.v1.LedgerSession;
             * }}
             */
            LedgerSession.create = function(properties) {
                return new LedgerSession(properties);
            };

            /**
             * Encodes the specified LedgerSession message. Does not implicitly {@link leasehold.v1.LedgerSession.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerSession
             * @static
             * @param {leasehold.v1.LedgerSession.$Properties} message LedgerSession message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerSession.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.number);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerSession message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerSession
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerSession & leasehold.v1.LedgerSession.$Shape} LedgerSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerSession.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerSession();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerSession message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerSession
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerSession} LedgerSession
             */
            LedgerSession.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerSession)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerSession: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerSession();
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.incarnation != null)
                    if (typeof object.incarnation === "object" ? object.incarnation.low || object.incarnation.high : $Number(object.incarnation) !== 0)
                        if ($util.Long)
                            message.incarnation = $util.Long.fromValue(object.incarnation, true);
                        else if (typeof object.incarnation === "string")
                            message.incarnation = $parseInt(object.incarnation, 10);
                        else if (typeof object.incarnation === "number")
                            message.incarnation = object.incarnation;
                        else if (typeof object.incarnation === "object")
                            message.incarnation = new $util.LongBits(object.incarnation.low >>> 0, object.incarnation.high >>> 0).toNumber(true);
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a LedgerSession message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerSession
             * @static
             * @param {leasehold.v1.LedgerSession} message LedgerSession
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerSession.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.node = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.incarnation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.incarnation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.incarnation = typeof message.incarnation === "number" ? $BigInt(message.incarnation) : $util.Long.fromBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0, true).toBigInt();
                    else if (typeof message.incarnation === "number")
                        object.incarnation = options.longs === $String ? $String(message.incarnation) : message.incarnation;
                    else
                        object.incarnation = options.longs === $String ? $util.Long.prototype.toString.call(message.incarnation) : options.longs === $Number ? new $util.LongBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0).toNumber(true) : message.incarnation;
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                return object;
            };

            /**
             * Converts this LedgerSession to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerSession
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerSession.prototype.toJSON = function() {
                return LedgerSession.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerSession;
        })();

        /**
         * LedgerGroupState enum.
         * @name leasehold.v1.LedgerGroupState
         * @enum {number}
         * @property {number} LEDGER_GROUP_STATE_UNSPECIFIED=0 LEDGER_GROUP_STATE_UNSPECIFIED value
         * @property {number} LEDGER_GROUP_STATE_STARTING=1 LEDGER_GROUP_STATE_STARTING value
         * @property {number} LEDGER_GROUP_STATE_RUNNING=2 LEDGER_GROUP_STATE_RUNNING value
         * @property {number} LEDGER_GROUP_STATE_STOPPING=3 LEDGER_GROUP_STATE_STOPPING value
         * @property {number} LEDGER_GROUP_STATE_STOP_FAILED=4 LEDGER_GROUP_STATE_STOP_FAILED value
         * @property {number} LEDGER_GROUP_STATE_RESTARTING=5 LEDGER_GROUP_STATE_RESTARTING value
         */
        v1.LedgerGroupState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LEDGER_GROUP_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LEDGER_GROUP_STATE_STARTING"] = 1;
            values[valuesById[2] = "LEDGER_GROUP_STATE_RUNNING"] = 2;
            values[valuesById[3] = "LEDGER_GROUP_STATE_STOPPING"] = 3;
            values[valuesById[4] = "LEDGER_GROUP_STATE_STOP_FAILED"] = 4;
            values[valuesById[5] = "LEDGER_GROUP_STATE_RESTARTING"] = 5;
            return values;
        })();

        /**
         * LedgerProofKind enum.
         * @name leasehold.v1.LedgerProofKind
         * @enum {number}
         * @property {number} LEDGER_PROOF_KIND_UNSPECIFIED=0 LEDGER_PROOF_KIND_UNSPECIFIED value
         * @property {number} LEDGER_PROOF_KIND_NEVER_HELD=1 LEDGER_PROOF_KIND_NEVER_HELD value
         * @property {number} LEDGER_PROOF_KIND_RELEASED=2 LEDGER_PROOF_KIND_RELEASED value
         * @property {number} LEDGER_PROOF_KIND_GUARD=3 LEDGER_PROOF_KIND_GUARD value
         * @property {number} LEDGER_PROOF_KIND_FENCED=4 LEDGER_PROOF_KIND_FENCED value
         * @property {number} LEDGER_PROOF_KIND_WATCHDOG=5 LEDGER_PROOF_KIND_WATCHDOG value
         * @property {number} LEDGER_PROOF_KIND_REBOOTED=6 LEDGER_PROOF_KIND_REBOOTED value
         * @property {number} LEDGER_PROOF_KIND_OPERATOR=7 LEDGER_PROOF_KIND_OPERATOR value
         */
        v1.LedgerProofKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LEDGER_PROOF_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LEDGER_PROOF_KIND_NEVER_HELD"] = 1;
            values[valuesById[2] = "LEDGER_PROOF_KIND_RELEASED"] = 2;
            values[valuesById[3] = "LEDGER_PROOF_KIND_GUARD"] = 3;
            values[valuesById[4] = "LEDGER_PROOF_KIND_FENCED"] = 4;
            values[valuesById[5] = "LEDGER_PROOF_KIND_WATCHDOG"] = 5;
            values[valuesById[6] = "LEDGER_PROOF_KIND_REBOOTED"] = 6;
            values[valuesById[7] = "LEDGER_PROOF_KIND_OPERATOR"] = 7;
            return values;
        })();

        v1.LedgerCommand = (function() {

            /**
             * Properties of a LedgerCommand.
             * @typedef {Object} leasehold.v1.LedgerCommand.$Properties
             * @property {leasehold.v1.LedgerCommand.Configure.$Properties|null} [configure] LedgerCommand configure
             * @property {leasehold.v1.LedgerCommand.Open.$Properties|null} [open] LedgerCommand open
             * @property {leasehold.v1.LedgerCommand.Ready.$Properties|null} [ready] LedgerCommand ready
             * @property {leasehold.v1.LedgerCommand.Suspect.$Properties|null} [suspect] LedgerCommand suspect
             * @property {leasehold.v1.LedgerCommand.Clear.$Properties|null} [clear] LedgerCommand clear
             * @property {leasehold.v1.LedgerCommand.Expire.$Properties|null} [expire] LedgerCommand expire
             * @property {leasehold.v1.LedgerCommand.Claim.$Properties|null} [claim] LedgerCommand claim
             * @property {leasehold.v1.LedgerCommand.Grant.$Properties|null} [grant] LedgerCommand grant
             * @property {leasehold.v1.LedgerCommand.Release.$Properties|null} [release] LedgerCommand release
             * @property {leasehold.v1.LedgerCommand.Adopt.$Properties|null} [adopt] LedgerCommand adopt
             * @property {leasehold.v1.LedgerCommand.Report.$Properties|null} [report] LedgerCommand report
             * @property {leasehold.v1.LedgerCommand.Move.$Properties|null} [move] LedgerCommand move
             * @property {leasehold.v1.LedgerCommand.CancelMove.$Properties|null} [cancelMove] LedgerCommand cancelMove
             * @property {leasehold.v1.LedgerCommand.Forgive.$Properties|null} [forgive] LedgerCommand forgive
             * @property {"configure"|"open"|"ready"|"suspect"|"clear"|"expire"|"claim"|"grant"|"release"|"adopt"|"report"|"move"|"cancelMove"|"forgive"} [body] LedgerCommand body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerCommand.
             * @memberof leasehold.v1
             * @interface ILedgerCommand
             * @augments leasehold.v1.LedgerCommand.$Properties
             * @deprecated Use leasehold.v1.LedgerCommand.$Properties instead.
             */

            /**
             * Narrowed shape of a LedgerCommand.
             * @typedef {{
             *   configure?: leasehold.v1.LedgerCommand.Configure.$Shape|null;
             *   open?: leasehold.v1.LedgerCommand.Open.$Shape|null;
             *   ready?: leasehold.v1.LedgerCommand.Ready.$Shape|null;
             *   suspect?: leasehold.v1.LedgerCommand.Suspect.$Shape|null;
             *   clear?: leasehold.v1.LedgerCommand.Clear.$Shape|null;
             *   expire?: leasehold.v1.LedgerCommand.Expire.$Shape|null;
             *   claim?: leasehold.v1.LedgerCommand.Claim.$Shape|null;
             *   grant?: leasehold.v1.LedgerCommand.Grant.$Shape|null;
             *   release?: leasehold.v1.LedgerCommand.Release.$Shape|null;
             *   adopt?: leasehold.v1.LedgerCommand.Adopt.$Shape|null;
             *   report?: leasehold.v1.LedgerCommand.Report.$Shape|null;
             *   move?: leasehold.v1.LedgerCommand.Move.$Shape|null;
             *   cancelMove?: leasehold.v1.LedgerCommand.CancelMove.$Shape|null;
             *   forgive?: leasehold.v1.LedgerCommand.Forgive.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "configure"; configure: leasehold.v1.LedgerCommand.Configure.$Shape; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "open"; configure?: null; open: leasehold.v1.LedgerCommand.Open.$Shape; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "ready"; configure?: null; open?: null; ready: leasehold.v1.LedgerCommand.Ready.$Shape; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "suspect"; configure?: null; open?: null; ready?: null; suspect: leasehold.v1.LedgerCommand.Suspect.$Shape; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "clear"; configure?: null; open?: null; ready?: null; suspect?: null; clear: leasehold.v1.LedgerCommand.Clear.$Shape; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "expire"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire: leasehold.v1.LedgerCommand.Expire.$Shape; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "claim"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim: leasehold.v1.LedgerCommand.Claim.$Shape; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "grant"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant: leasehold.v1.LedgerCommand.Grant.$Shape; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "release"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release: leasehold.v1.LedgerCommand.Release.$Shape; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "adopt"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt: leasehold.v1.LedgerCommand.Adopt.$Shape; report?: null; move?: null; cancelMove?: null; forgive?: null }|{ body?: "report"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report: leasehold.v1.LedgerCommand.Report.$Shape; move?: null; cancelMove?: null; forgive?: null }|{ body?: "move"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move: leasehold.v1.LedgerCommand.Move.$Shape; cancelMove?: null; forgive?: null }|{ body?: "cancelMove"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove: leasehold.v1.LedgerCommand.CancelMove.$Shape; forgive?: null }|{ body?: "forgive"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive: leasehold.v1.LedgerCommand.Forgive.$Shape })
             * )} leasehold.v1.LedgerCommand.$Shape
             */

            /**
             * Constructs a new LedgerCommand.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerCommand.
             * @constructor
             * @param {leasehold.v1.LedgerCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerCommand configure.
             * @member {leasehold.v1.LedgerCommand.Configure|null} configure
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.configure = null;

            /**
             * LedgerCommand open.
             * @member {leasehold.v1.LedgerCommand.Open|null} open
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.open = null;

            /**
             * LedgerCommand ready.
             * @member {leasehold.v1.LedgerCommand.Ready|null} ready
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.ready = null;

            /**
             * LedgerCommand suspect.
             * @member {leasehold.v1.LedgerCommand.Suspect|null} suspect
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.suspect = null;

            /**
             * LedgerCommand clear.
             * @member {leasehold.v1.LedgerCommand.Clear|null} clear
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.clear = null;

            /**
             * LedgerCommand expire.
             * @member {leasehold.v1.LedgerCommand.Expire|null} expire
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.expire = null;

            /**
             * LedgerCommand claim.
             * @member {leasehold.v1.LedgerCommand.Claim|null} claim
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.claim = null;

            /**
             * LedgerCommand grant.
             * @member {leasehold.v1.LedgerCommand.Grant|null} grant
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.grant = null;

            /**
             * LedgerCommand release.
             * @member {leasehold.v1.LedgerCommand.Release|null} release
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.release = null;

            /**
             * LedgerCommand adopt.
             * @member {leasehold.v1.LedgerCommand.Adopt|null} adopt
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.adopt = null;

            /**
             * LedgerCommand report.
             * @member {leasehold.v1.LedgerCommand.Report|null} report
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.report = null;

            /**
             * LedgerCommand move.
             * @member {leasehold.v1.LedgerCommand.Move|null} move
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.move = null;

            /**
             * LedgerCommand cancelMove.
             * @member {leasehold.v1.LedgerCommand.CancelMove|null} cancelMove
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.cancelMove = null;

            /**
             * LedgerCommand forgive.
             * @member {leasehold.v1.LedgerCommand.Forgive|null} forgive
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            LedgerCommand.prototype.forgive = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * LedgerCommand body.
             * @member {"configure"|"open"|"ready"|"suspect"|"clear"|"expire"|"claim"|"grant"|"release"|"adopt"|"report"|"move"|"cancelMove"|"forgive"|undefined} body
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             */
            $Object.defineProperty(LedgerCommand.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["configure", "open", "ready", "suspect", "clear", "expire", "claim", "grant", "release", "adopt", "report", "move", "cancelMove", "forgive"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new LedgerCommand instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerCommand
             * @static
             * @param {leasehold.v1.LedgerCommand.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerCommand} LedgerCommand instance
             * @type {{
             *   (properties: leasehold.v1.LedgerCommand.$Shape): leasehold.v1.LedgerCommand & leasehold.v1.LedgerCommand.$Shape;
             *   (properties?: leasehold.v1.LedgerCommand.$Properties): leasehold.v1.LedgerCommand;
             * }}
             */
            LedgerCommand.create = function(properties) {
                return new LedgerCommand(properties);
            };

            /**
             * Encodes the specified LedgerCommand message. Does not implicitly {@link leasehold.v1.LedgerCommand.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerCommand
             * @static
             * @param {leasehold.v1.LedgerCommand.$Properties} message LedgerCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.configure != null && $Object.hasOwnProperty.call(message, "configure"))
                    $root.leasehold.v1.LedgerCommand.Configure.encode(message.configure, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.open != null && $Object.hasOwnProperty.call(message, "open"))
                    $root.leasehold.v1.LedgerCommand.Open.encode(message.open, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                    $root.leasehold.v1.LedgerCommand.Ready.encode(message.ready, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.suspect != null && $Object.hasOwnProperty.call(message, "suspect"))
                    $root.leasehold.v1.LedgerCommand.Suspect.encode(message.suspect, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.clear != null && $Object.hasOwnProperty.call(message, "clear"))
                    $root.leasehold.v1.LedgerCommand.Clear.encode(message.clear, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.expire != null && $Object.hasOwnProperty.call(message, "expire"))
                    $root.leasehold.v1.LedgerCommand.Expire.encode(message.expire, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.claim != null && $Object.hasOwnProperty.call(message, "claim"))
                    $root.leasehold.v1.LedgerCommand.Claim.encode(message.claim, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.grant != null && $Object.hasOwnProperty.call(message, "grant"))
                    $root.leasehold.v1.LedgerCommand.Grant.encode(message.grant, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.release != null && $Object.hasOwnProperty.call(message, "release"))
                    $root.leasehold.v1.LedgerCommand.Release.encode(message.release, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.adopt != null && $Object.hasOwnProperty.call(message, "adopt"))
                    $root.leasehold.v1.LedgerCommand.Adopt.encode(message.adopt, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.leasehold.v1.LedgerCommand.Report.encode(message.report, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.move != null && $Object.hasOwnProperty.call(message, "move"))
                    $root.leasehold.v1.LedgerCommand.Move.encode(message.move, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.cancelMove != null && $Object.hasOwnProperty.call(message, "cancelMove"))
                    $root.leasehold.v1.LedgerCommand.CancelMove.encode(message.cancelMove, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.forgive != null && $Object.hasOwnProperty.call(message, "forgive"))
                    $root.leasehold.v1.LedgerCommand.Forgive.encode(message.forgive, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerCommand message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerCommand & leasehold.v1.LedgerCommand.$Shape} LedgerCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.configure = $root.leasehold.v1.LedgerCommand.Configure.decode(reader, reader.size(), $undefined, _depth + 1, message.configure);
                            message.body = "configure";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.open = $root.leasehold.v1.LedgerCommand.Open.decode(reader, reader.size(), $undefined, _depth + 1, message.open);
                            message.body = "open";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.ready = $root.leasehold.v1.LedgerCommand.Ready.decode(reader, reader.size(), $undefined, _depth + 1, message.ready);
                            message.body = "ready";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.suspect = $root.leasehold.v1.LedgerCommand.Suspect.decode(reader, reader.size(), $undefined, _depth + 1, message.suspect);
                            message.body = "suspect";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.clear = $root.leasehold.v1.LedgerCommand.Clear.decode(reader, reader.size(), $undefined, _depth + 1, message.clear);
                            message.body = "clear";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.expire = $root.leasehold.v1.LedgerCommand.Expire.decode(reader, reader.size(), $undefined, _depth + 1, message.expire);
                            message.body = "expire";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.claim = $root.leasehold.v1.LedgerCommand.Claim.decode(reader, reader.size(), $undefined, _depth + 1, message.claim);
                            message.body = "claim";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.grant = $root.leasehold.v1.LedgerCommand.Grant.decode(reader, reader.size(), $undefined, _depth + 1, message.grant);
                            message.body = "grant";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.release = $root.leasehold.v1.LedgerCommand.Release.decode(reader, reader.size(), $undefined, _depth + 1, message.release);
                            message.body = "release";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.adopt = $root.leasehold.v1.LedgerCommand.Adopt.decode(reader, reader.size(), $undefined, _depth + 1, message.adopt);
                            message.body = "adopt";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.leasehold.v1.LedgerCommand.Report.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            message.body = "report";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.move = $root.leasehold.v1.LedgerCommand.Move.decode(reader, reader.size(), $undefined, _depth + 1, message.move);
                            message.body = "move";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.cancelMove = $root.leasehold.v1.LedgerCommand.CancelMove.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelMove);
                            message.body = "cancelMove";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.forgive = $root.leasehold.v1.LedgerCommand.Forgive.decode(reader, reader.size(), $undefined, _depth + 1, message.forgive);
                            message.body = "forgive";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerCommand message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerCommand
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerCommand} LedgerCommand
             */
            LedgerCommand.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerCommand)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerCommand: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerCommand();
                if (object.configure != null) {
                    if (!$util.isObject(object.configure))
                        throw $TypeError(".leasehold.v1.LedgerCommand.configure: object expected");
                    message.configure = $root.leasehold.v1.LedgerCommand.Configure.fromObject(object.configure, _depth + 1);
                }
                if (object.open != null) {
                    if (!$util.isObject(object.open))
                        throw $TypeError(".leasehold.v1.LedgerCommand.open: object expected");
                    message.open = $root.leasehold.v1.LedgerCommand.Open.fromObject(object.open, _depth + 1);
                }
                if (object.ready != null) {
                    if (!$util.isObject(object.ready))
                        throw $TypeError(".leasehold.v1.LedgerCommand.ready: object expected");
                    message.ready = $root.leasehold.v1.LedgerCommand.Ready.fromObject(object.ready, _depth + 1);
                }
                if (object.suspect != null) {
                    if (!$util.isObject(object.suspect))
                        throw $TypeError(".leasehold.v1.LedgerCommand.suspect: object expected");
                    message.suspect = $root.leasehold.v1.LedgerCommand.Suspect.fromObject(object.suspect, _depth + 1);
                }
                if (object.clear != null) {
                    if (!$util.isObject(object.clear))
                        throw $TypeError(".leasehold.v1.LedgerCommand.clear: object expected");
                    message.clear = $root.leasehold.v1.LedgerCommand.Clear.fromObject(object.clear, _depth + 1);
                }
                if (object.expire != null) {
                    if (!$util.isObject(object.expire))
                        throw $TypeError(".leasehold.v1.LedgerCommand.expire: object expected");
                    message.expire = $root.leasehold.v1.LedgerCommand.Expire.fromObject(object.expire, _depth + 1);
                }
                if (object.claim != null) {
                    if (!$util.isObject(object.claim))
                        throw $TypeError(".leasehold.v1.LedgerCommand.claim: object expected");
                    message.claim = $root.leasehold.v1.LedgerCommand.Claim.fromObject(object.claim, _depth + 1);
                }
                if (object.grant != null) {
                    if (!$util.isObject(object.grant))
                        throw $TypeError(".leasehold.v1.LedgerCommand.grant: object expected");
                    message.grant = $root.leasehold.v1.LedgerCommand.Grant.fromObject(object.grant, _depth + 1);
                }
                if (object.release != null) {
                    if (!$util.isObject(object.release))
                        throw $TypeError(".leasehold.v1.LedgerCommand.release: object expected");
                    message.release = $root.leasehold.v1.LedgerCommand.Release.fromObject(object.release, _depth + 1);
                }
                if (object.adopt != null) {
                    if (!$util.isObject(object.adopt))
                        throw $TypeError(".leasehold.v1.LedgerCommand.adopt: object expected");
                    message.adopt = $root.leasehold.v1.LedgerCommand.Adopt.fromObject(object.adopt, _depth + 1);
                }
                if (object.report != null) {
                    if (!$util.isObject(object.report))
                        throw $TypeError(".leasehold.v1.LedgerCommand.report: object expected");
                    message.report = $root.leasehold.v1.LedgerCommand.Report.fromObject(object.report, _depth + 1);
                }
                if (object.move != null) {
                    if (!$util.isObject(object.move))
                        throw $TypeError(".leasehold.v1.LedgerCommand.move: object expected");
                    message.move = $root.leasehold.v1.LedgerCommand.Move.fromObject(object.move, _depth + 1);
                }
                if (object.cancelMove != null) {
                    if (!$util.isObject(object.cancelMove))
                        throw $TypeError(".leasehold.v1.LedgerCommand.cancelMove: object expected");
                    message.cancelMove = $root.leasehold.v1.LedgerCommand.CancelMove.fromObject(object.cancelMove, _depth + 1);
                }
                if (object.forgive != null) {
                    if (!$util.isObject(object.forgive))
                        throw $TypeError(".leasehold.v1.LedgerCommand.forgive: object expected");
                    message.forgive = $root.leasehold.v1.LedgerCommand.Forgive.fromObject(object.forgive, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerCommand message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerCommand
             * @static
             * @param {leasehold.v1.LedgerCommand} message LedgerCommand
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerCommand.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.configure != null && $Object.hasOwnProperty.call(message, "configure")) {
                    object.configure = $root.leasehold.v1.LedgerCommand.Configure.toObject(message.configure, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "configure";
                }
                if (message.open != null && $Object.hasOwnProperty.call(message, "open")) {
                    object.open = $root.leasehold.v1.LedgerCommand.Open.toObject(message.open, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "open";
                }
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready")) {
                    object.ready = $root.leasehold.v1.LedgerCommand.Ready.toObject(message.ready, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "ready";
                }
                if (message.suspect != null && $Object.hasOwnProperty.call(message, "suspect")) {
                    object.suspect = $root.leasehold.v1.LedgerCommand.Suspect.toObject(message.suspect, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "suspect";
                }
                if (message.clear != null && $Object.hasOwnProperty.call(message, "clear")) {
                    object.clear = $root.leasehold.v1.LedgerCommand.Clear.toObject(message.clear, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "clear";
                }
                if (message.expire != null && $Object.hasOwnProperty.call(message, "expire")) {
                    object.expire = $root.leasehold.v1.LedgerCommand.Expire.toObject(message.expire, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "expire";
                }
                if (message.claim != null && $Object.hasOwnProperty.call(message, "claim")) {
                    object.claim = $root.leasehold.v1.LedgerCommand.Claim.toObject(message.claim, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "claim";
                }
                if (message.grant != null && $Object.hasOwnProperty.call(message, "grant")) {
                    object.grant = $root.leasehold.v1.LedgerCommand.Grant.toObject(message.grant, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "grant";
                }
                if (message.release != null && $Object.hasOwnProperty.call(message, "release")) {
                    object.release = $root.leasehold.v1.LedgerCommand.Release.toObject(message.release, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "release";
                }
                if (message.adopt != null && $Object.hasOwnProperty.call(message, "adopt")) {
                    object.adopt = $root.leasehold.v1.LedgerCommand.Adopt.toObject(message.adopt, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "adopt";
                }
                if (message.report != null && $Object.hasOwnProperty.call(message, "report")) {
                    object.report = $root.leasehold.v1.LedgerCommand.Report.toObject(message.report, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "report";
                }
                if (message.move != null && $Object.hasOwnProperty.call(message, "move")) {
                    object.move = $root.leasehold.v1.LedgerCommand.Move.toObject(message.move, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "move";
                }
                if (message.cancelMove != null && $Object.hasOwnProperty.call(message, "cancelMove")) {
                    object.cancelMove = $root.leasehold.v1.LedgerCommand.CancelMove.toObject(message.cancelMove, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "cancelMove";
                }
                if (message.forgive != null && $Object.hasOwnProperty.call(message, "forgive")) {
                    object.forgive = $root.leasehold.v1.LedgerCommand.Forgive.toObject(message.forgive, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "forgive";
                }
                return object;
            };

            /**
             * Converts this LedgerCommand to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerCommand
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerCommand.prototype.toJSON = function() {
                return LedgerCommand.toObject(this, $protobuf.util.toJSONOptions);
            };

            LedgerCommand.Configure = (function() {

                /**
                 * Properties of a Configure.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Configure.$Properties
                 * @property {Long} [baseRevision] Configure baseRevision
                 * @property {leasehold.v1.LedgerDocument.$Properties} [document] Configure document
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Configure.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IConfigure
                 * @augments leasehold.v1.LedgerCommand.Configure.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Configure.$Properties instead.
                 */

                /**
                 * Shape of a Configure.
                 * @typedef {leasehold.v1.LedgerCommand.Configure.$Properties} leasehold.v1.LedgerCommand.Configure.$Shape
                 */

                /**
                 * Constructs a new Configure.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Configure.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Configure.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Configure = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Configure baseRevision.
                 * @member {Long} baseRevision
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @instance
                 */
                Configure.prototype.baseRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Configure document.
                 * @member {leasehold.v1.LedgerDocument} document
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @instance
                 */
                Configure.prototype.document = null;

                /**
                 * Creates a new Configure instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Configure.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Configure} Configure instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Configure.$Shape): leasehold.v1.LedgerCommand.Configure & leasehold.v1.LedgerCommand.Configure.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Configure.$Properties): leasehold.v1.LedgerCommand.Configure;
                 * }}
                 */
                Configure.create = function(properties) {
                    return new Configure(properties);
                };

                /**
                 * Encodes the specified Configure message. Does not implicitly {@link leasehold.v1.LedgerCommand.Configure.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Configure.$Properties} message Configure message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Configure.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.baseRevision != null && $Object.hasOwnProperty.call(message, "baseRevision") && (typeof message.baseRevision === "object" ? message.baseRevision.low || message.baseRevision.high : message.baseRevision !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.baseRevision);
                    if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                        $root.leasehold.v1.LedgerDocument.encode(message.document, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Configure message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Configure & leasehold.v1.LedgerCommand.Configure.$Shape} Configure
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Configure.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Configure();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.baseRevision = value;
                                else
                                    delete message.baseRevision;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.document = $root.leasehold.v1.LedgerDocument.decode(reader, reader.size(), $undefined, _depth + 1, message.document);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Configure message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Configure} Configure
                 */
                Configure.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Configure)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Configure: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Configure();
                    if (object.baseRevision != null)
                        if (typeof object.baseRevision === "object" ? object.baseRevision.low || object.baseRevision.high : $Number(object.baseRevision) !== 0)
                            if ($util.Long)
                                message.baseRevision = $util.Long.fromValue(object.baseRevision, true);
                            else if (typeof object.baseRevision === "string")
                                message.baseRevision = $parseInt(object.baseRevision, 10);
                            else if (typeof object.baseRevision === "number")
                                message.baseRevision = object.baseRevision;
                            else if (typeof object.baseRevision === "object")
                                message.baseRevision = new $util.LongBits(object.baseRevision.low >>> 0, object.baseRevision.high >>> 0).toNumber(true);
                    if (object.document != null) {
                        if (!$util.isObject(object.document))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Configure.document: object expected");
                        message.document = $root.leasehold.v1.LedgerDocument.fromObject(object.document, _depth + 1);
                    }
                    return message;
                };

                /**
                 * Creates a plain object from a Configure message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Configure} message Configure
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Configure.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.baseRevision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.baseRevision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.document = null;
                    }
                    if (message.baseRevision != null && $Object.hasOwnProperty.call(message, "baseRevision"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.baseRevision = typeof message.baseRevision === "number" ? $BigInt(message.baseRevision) : $util.Long.fromBits(message.baseRevision.low >>> 0, message.baseRevision.high >>> 0, true).toBigInt();
                        else if (typeof message.baseRevision === "number")
                            object.baseRevision = options.longs === $String ? $String(message.baseRevision) : message.baseRevision;
                        else
                            object.baseRevision = options.longs === $String ? $util.Long.prototype.toString.call(message.baseRevision) : options.longs === $Number ? new $util.LongBits(message.baseRevision.low >>> 0, message.baseRevision.high >>> 0).toNumber(true) : message.baseRevision;
                    if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                        object.document = $root.leasehold.v1.LedgerDocument.toObject(message.document, options, _depth + 1);
                    return object;
                };

                /**
                 * Converts this Configure to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Configure
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Configure.prototype.toJSON = function() {
                    return Configure.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Configure;
            })();

            LedgerCommand.Open = (function() {

                /**
                 * Properties of an Open.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Open.$Properties
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Open session
                 * @property {string} [bootId] Open bootId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Open.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IOpen
                 * @augments leasehold.v1.LedgerCommand.Open.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Open.$Properties instead.
                 */

                /**
                 * Shape of an Open.
                 * @typedef {leasehold.v1.LedgerCommand.Open.$Properties} leasehold.v1.LedgerCommand.Open.$Shape
                 */

                /**
                 * Constructs a new Open.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents an Open.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Open.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Open = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Open session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @instance
                 */
                Open.prototype.session = null;

                /**
                 * Open bootId.
                 * @member {string} bootId
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @instance
                 */
                Open.prototype.bootId = "";

                /**
                 * Creates a new Open instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Open.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Open} Open instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Open.$Shape): leasehold.v1.LedgerCommand.Open & leasehold.v1.LedgerCommand.Open.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Open.$Properties): leasehold.v1.LedgerCommand.Open;
                 * }}
                 */
                Open.create = function(properties) {
                    return new Open(properties);
                };

                /**
                 * Encodes the specified Open message. Does not implicitly {@link leasehold.v1.LedgerCommand.Open.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Open.$Properties} message Open message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Open.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.bootId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Open message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Open & leasehold.v1.LedgerCommand.Open.$Shape} Open
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Open.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Open();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bootId = value;
                                else
                                    delete message.bootId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates an Open message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Open} Open
                 */
                Open.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Open)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Open: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Open();
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Open.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.bootId != null)
                        if (typeof object.bootId !== "string" || object.bootId.length)
                            message.bootId = $String(object.bootId);
                    return message;
                };

                /**
                 * Creates a plain object from an Open message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Open} message Open
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Open.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.session = null;
                        object.bootId = "";
                    }
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                        object.bootId = message.bootId;
                    return object;
                };

                /**
                 * Converts this Open to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Open
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Open.prototype.toJSON = function() {
                    return Open.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Open;
            })();

            LedgerCommand.Ready = (function() {

                /**
                 * Properties of a Ready.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Ready.$Properties
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Ready session
                 * @property {Long} [revision] Ready revision
                 * @property {boolean} [guard] Ready guard
                 * @property {string} [reason] Ready reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Ready.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IReady
                 * @augments leasehold.v1.LedgerCommand.Ready.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Ready.$Properties instead.
                 */

                /**
                 * Shape of a Ready.
                 * @typedef {leasehold.v1.LedgerCommand.Ready.$Properties} leasehold.v1.LedgerCommand.Ready.$Shape
                 */

                /**
                 * Constructs a new Ready.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Ready.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Ready.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Ready = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Ready session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @instance
                 */
                Ready.prototype.session = null;

                /**
                 * Ready revision.
                 * @member {Long} revision
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @instance
                 */
                Ready.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Ready guard.
                 * @member {boolean} guard
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @instance
                 */
                Ready.prototype.guard = false;

                /**
                 * Ready reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @instance
                 */
                Ready.prototype.reason = "";

                /**
                 * Creates a new Ready instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Ready.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Ready} Ready instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Ready.$Shape): leasehold.v1.LedgerCommand.Ready & leasehold.v1.LedgerCommand.Ready.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Ready.$Properties): leasehold.v1.LedgerCommand.Ready;
                 * }}
                 */
                Ready.create = function(properties) {
                    return new Ready(properties);
                };

                /**
                 * Encodes the specified Ready message. Does not implicitly {@link leasehold.v1.LedgerCommand.Ready.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Ready.$Properties} message Ready message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Ready.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.revision);
                    if (message.guard != null && $Object.hasOwnProperty.call(message, "guard") && message.guard !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.guard);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Ready message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Ready & leasehold.v1.LedgerCommand.Ready.$Shape} Ready
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Ready.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Ready();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.guard = value;
                                else
                                    delete message.guard;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Ready message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Ready} Ready
                 */
                Ready.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Ready)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Ready: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Ready();
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Ready.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.revision != null)
                        if (typeof object.revision === "object" ? object.revision.low || object.revision.high : $Number(object.revision) !== 0)
                            if ($util.Long)
                                message.revision = $util.Long.fromValue(object.revision, true);
                            else if (typeof object.revision === "string")
                                message.revision = $parseInt(object.revision, 10);
                            else if (typeof object.revision === "number")
                                message.revision = object.revision;
                            else if (typeof object.revision === "object")
                                message.revision = new $util.LongBits(object.revision.low >>> 0, object.revision.high >>> 0).toNumber(true);
                    if (object.guard != null)
                        if (object.guard)
                            message.guard = $Boolean(object.guard);
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a Ready message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Ready} message Ready
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Ready.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.session = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.revision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.revision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.guard = false;
                        object.reason = "";
                    }
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.revision = typeof message.revision === "number" ? $BigInt(message.revision) : $util.Long.fromBits(message.revision.low >>> 0, message.revision.high >>> 0, true).toBigInt();
                        else if (typeof message.revision === "number")
                            object.revision = options.longs === $String ? $String(message.revision) : message.revision;
                        else
                            object.revision = options.longs === $String ? $util.Long.prototype.toString.call(message.revision) : options.longs === $Number ? new $util.LongBits(message.revision.low >>> 0, message.revision.high >>> 0).toNumber(true) : message.revision;
                    if (message.guard != null && $Object.hasOwnProperty.call(message, "guard"))
                        object.guard = message.guard;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this Ready to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Ready
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Ready.prototype.toJSON = function() {
                    return Ready.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Ready;
            })();

            LedgerCommand.Suspect = (function() {

                /**
                 * Properties of a Suspect.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Suspect.$Properties
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Suspect session
                 * @property {string} [reason] Suspect reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Suspect.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface ISuspect
                 * @augments leasehold.v1.LedgerCommand.Suspect.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Suspect.$Properties instead.
                 */

                /**
                 * Shape of a Suspect.
                 * @typedef {leasehold.v1.LedgerCommand.Suspect.$Properties} leasehold.v1.LedgerCommand.Suspect.$Shape
                 */

                /**
                 * Constructs a new Suspect.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Suspect.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Suspect.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Suspect = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Suspect session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @instance
                 */
                Suspect.prototype.session = null;

                /**
                 * Suspect reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @instance
                 */
                Suspect.prototype.reason = "";

                /**
                 * Creates a new Suspect instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Suspect.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Suspect} Suspect instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Suspect.$Shape): leasehold.v1.LedgerCommand.Suspect & leasehold.v1.LedgerCommand.Suspect.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Suspect.$Properties): leasehold.v1.LedgerCommand.Suspect;
                 * }}
                 */
                Suspect.create = function(properties) {
                    return new Suspect(properties);
                };

                /**
                 * Encodes the specified Suspect message. Does not implicitly {@link leasehold.v1.LedgerCommand.Suspect.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Suspect.$Properties} message Suspect message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Suspect.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Suspect message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Suspect & leasehold.v1.LedgerCommand.Suspect.$Shape} Suspect
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Suspect.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Suspect();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Suspect message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Suspect} Suspect
                 */
                Suspect.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Suspect)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Suspect: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Suspect();
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Suspect.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a Suspect message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Suspect} message Suspect
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Suspect.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.session = null;
                        object.reason = "";
                    }
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this Suspect to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Suspect
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Suspect.prototype.toJSON = function() {
                    return Suspect.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Suspect;
            })();

            LedgerCommand.Clear = (function() {

                /**
                 * Properties of a Clear.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Clear.$Properties
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Clear session
                 * @property {Long} [suspectIndex] Clear suspectIndex
                 * @property {string} [reason] Clear reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Clear.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IClear
                 * @augments leasehold.v1.LedgerCommand.Clear.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Clear.$Properties instead.
                 */

                /**
                 * Shape of a Clear.
                 * @typedef {leasehold.v1.LedgerCommand.Clear.$Properties} leasehold.v1.LedgerCommand.Clear.$Shape
                 */

                /**
                 * Constructs a new Clear.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Clear.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Clear.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Clear = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Clear session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @instance
                 */
                Clear.prototype.session = null;

                /**
                 * Clear suspectIndex.
                 * @member {Long} suspectIndex
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @instance
                 */
                Clear.prototype.suspectIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Clear reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @instance
                 */
                Clear.prototype.reason = "";

                /**
                 * Creates a new Clear instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Clear.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Clear} Clear instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Clear.$Shape): leasehold.v1.LedgerCommand.Clear & leasehold.v1.LedgerCommand.Clear.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Clear.$Properties): leasehold.v1.LedgerCommand.Clear;
                 * }}
                 */
                Clear.create = function(properties) {
                    return new Clear(properties);
                };

                /**
                 * Encodes the specified Clear message. Does not implicitly {@link leasehold.v1.LedgerCommand.Clear.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Clear.$Properties} message Clear message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Clear.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.suspectIndex != null && $Object.hasOwnProperty.call(message, "suspectIndex") && (typeof message.suspectIndex === "object" ? message.suspectIndex.low || message.suspectIndex.high : message.suspectIndex !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.suspectIndex);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Clear message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Clear & leasehold.v1.LedgerCommand.Clear.$Shape} Clear
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Clear.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Clear();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.suspectIndex = value;
                                else
                                    delete message.suspectIndex;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Clear message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Clear} Clear
                 */
                Clear.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Clear)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Clear: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Clear();
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Clear.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.suspectIndex != null)
                        if (typeof object.suspectIndex === "object" ? object.suspectIndex.low || object.suspectIndex.high : $Number(object.suspectIndex) !== 0)
                            if ($util.Long)
                                message.suspectIndex = $util.Long.fromValue(object.suspectIndex, true);
                            else if (typeof object.suspectIndex === "string")
                                message.suspectIndex = $parseInt(object.suspectIndex, 10);
                            else if (typeof object.suspectIndex === "number")
                                message.suspectIndex = object.suspectIndex;
                            else if (typeof object.suspectIndex === "object")
                                message.suspectIndex = new $util.LongBits(object.suspectIndex.low >>> 0, object.suspectIndex.high >>> 0).toNumber(true);
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a Clear message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Clear} message Clear
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Clear.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.session = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.suspectIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.suspectIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.reason = "";
                    }
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.suspectIndex != null && $Object.hasOwnProperty.call(message, "suspectIndex"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.suspectIndex = typeof message.suspectIndex === "number" ? $BigInt(message.suspectIndex) : $util.Long.fromBits(message.suspectIndex.low >>> 0, message.suspectIndex.high >>> 0, true).toBigInt();
                        else if (typeof message.suspectIndex === "number")
                            object.suspectIndex = options.longs === $String ? $String(message.suspectIndex) : message.suspectIndex;
                        else
                            object.suspectIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.suspectIndex) : options.longs === $Number ? new $util.LongBits(message.suspectIndex.low >>> 0, message.suspectIndex.high >>> 0).toNumber(true) : message.suspectIndex;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this Clear to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Clear
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Clear.prototype.toJSON = function() {
                    return Clear.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Clear;
            })();

            LedgerCommand.Expire = (function() {

                /**
                 * Properties of an Expire.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Expire.$Properties
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Expire session
                 * @property {Long} [suspectIndex] Expire suspectIndex
                 * @property {Long} [term] Expire term
                 * @property {string} [evidence] Expire evidence
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Expire.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IExpire
                 * @augments leasehold.v1.LedgerCommand.Expire.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Expire.$Properties instead.
                 */

                /**
                 * Shape of an Expire.
                 * @typedef {leasehold.v1.LedgerCommand.Expire.$Properties} leasehold.v1.LedgerCommand.Expire.$Shape
                 */

                /**
                 * Constructs a new Expire.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents an Expire.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Expire.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Expire = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Expire session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @instance
                 */
                Expire.prototype.session = null;

                /**
                 * Expire suspectIndex.
                 * @member {Long} suspectIndex
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @instance
                 */
                Expire.prototype.suspectIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Expire term.
                 * @member {Long} term
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @instance
                 */
                Expire.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Expire evidence.
                 * @member {string} evidence
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @instance
                 */
                Expire.prototype.evidence = "";

                /**
                 * Creates a new Expire instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Expire.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Expire} Expire instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Expire.$Shape): leasehold.v1.LedgerCommand.Expire & leasehold.v1.LedgerCommand.Expire.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Expire.$Properties): leasehold.v1.LedgerCommand.Expire;
                 * }}
                 */
                Expire.create = function(properties) {
                    return new Expire(properties);
                };

                /**
                 * Encodes the specified Expire message. Does not implicitly {@link leasehold.v1.LedgerCommand.Expire.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Expire.$Properties} message Expire message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Expire.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.suspectIndex != null && $Object.hasOwnProperty.call(message, "suspectIndex") && (typeof message.suspectIndex === "object" ? message.suspectIndex.low || message.suspectIndex.high : message.suspectIndex !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.suspectIndex);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.evidence);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Expire message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Expire & leasehold.v1.LedgerCommand.Expire.$Shape} Expire
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Expire.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Expire();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.suspectIndex = value;
                                else
                                    delete message.suspectIndex;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.evidence = value;
                                else
                                    delete message.evidence;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates an Expire message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Expire} Expire
                 */
                Expire.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Expire)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Expire: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Expire();
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Expire.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.suspectIndex != null)
                        if (typeof object.suspectIndex === "object" ? object.suspectIndex.low || object.suspectIndex.high : $Number(object.suspectIndex) !== 0)
                            if ($util.Long)
                                message.suspectIndex = $util.Long.fromValue(object.suspectIndex, true);
                            else if (typeof object.suspectIndex === "string")
                                message.suspectIndex = $parseInt(object.suspectIndex, 10);
                            else if (typeof object.suspectIndex === "number")
                                message.suspectIndex = object.suspectIndex;
                            else if (typeof object.suspectIndex === "object")
                                message.suspectIndex = new $util.LongBits(object.suspectIndex.low >>> 0, object.suspectIndex.high >>> 0).toNumber(true);
                    if (object.term != null)
                        if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                            if ($util.Long)
                                message.term = $util.Long.fromValue(object.term, true);
                            else if (typeof object.term === "string")
                                message.term = $parseInt(object.term, 10);
                            else if (typeof object.term === "number")
                                message.term = object.term;
                            else if (typeof object.term === "object")
                                message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                    if (object.evidence != null)
                        if (typeof object.evidence !== "string" || object.evidence.length)
                            message.evidence = $String(object.evidence);
                    return message;
                };

                /**
                 * Creates a plain object from an Expire message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Expire} message Expire
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Expire.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.session = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.suspectIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.suspectIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.evidence = "";
                    }
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.suspectIndex != null && $Object.hasOwnProperty.call(message, "suspectIndex"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.suspectIndex = typeof message.suspectIndex === "number" ? $BigInt(message.suspectIndex) : $util.Long.fromBits(message.suspectIndex.low >>> 0, message.suspectIndex.high >>> 0, true).toBigInt();
                        else if (typeof message.suspectIndex === "number")
                            object.suspectIndex = options.longs === $String ? $String(message.suspectIndex) : message.suspectIndex;
                        else
                            object.suspectIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.suspectIndex) : options.longs === $Number ? new $util.LongBits(message.suspectIndex.low >>> 0, message.suspectIndex.high >>> 0).toNumber(true) : message.suspectIndex;
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                        else if (typeof message.term === "number")
                            object.term = options.longs === $String ? $String(message.term) : message.term;
                        else
                            object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence"))
                        object.evidence = message.evidence;
                    return object;
                };

                /**
                 * Converts this Expire to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Expire
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Expire.prototype.toJSON = function() {
                    return Expire.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Expire;
            })();

            LedgerCommand.Claim = (function() {

                /**
                 * Properties of a Claim.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Claim.$Properties
                 * @property {string} [group] Claim group
                 * @property {leasehold.v1.LedgerSession.$Properties} [successor] Claim successor
                 * @property {Long} [fromToken] Claim fromToken
                 * @property {string} [reason] Claim reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Claim.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IClaim
                 * @augments leasehold.v1.LedgerCommand.Claim.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Claim.$Properties instead.
                 */

                /**
                 * Shape of a Claim.
                 * @typedef {leasehold.v1.LedgerCommand.Claim.$Properties} leasehold.v1.LedgerCommand.Claim.$Shape
                 */

                /**
                 * Constructs a new Claim.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Claim.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Claim.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Claim = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Claim group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @instance
                 */
                Claim.prototype.group = "";

                /**
                 * Claim successor.
                 * @member {leasehold.v1.LedgerSession} successor
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @instance
                 */
                Claim.prototype.successor = null;

                /**
                 * Claim fromToken.
                 * @member {Long} fromToken
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @instance
                 */
                Claim.prototype.fromToken = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Claim reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @instance
                 */
                Claim.prototype.reason = "";

                /**
                 * Creates a new Claim instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Claim.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Claim} Claim instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Claim.$Shape): leasehold.v1.LedgerCommand.Claim & leasehold.v1.LedgerCommand.Claim.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Claim.$Properties): leasehold.v1.LedgerCommand.Claim;
                 * }}
                 */
                Claim.create = function(properties) {
                    return new Claim(properties);
                };

                /**
                 * Encodes the specified Claim message. Does not implicitly {@link leasehold.v1.LedgerCommand.Claim.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Claim.$Properties} message Claim message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Claim.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.successor != null && $Object.hasOwnProperty.call(message, "successor"))
                        $root.leasehold.v1.LedgerSession.encode(message.successor, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.fromToken != null && $Object.hasOwnProperty.call(message, "fromToken") && (typeof message.fromToken === "object" ? message.fromToken.low || message.fromToken.high : message.fromToken !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.fromToken);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Claim message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Claim & leasehold.v1.LedgerCommand.Claim.$Shape} Claim
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Claim.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Claim();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.successor = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.successor);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromToken = value;
                                else
                                    delete message.fromToken;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Claim message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Claim} Claim
                 */
                Claim.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Claim)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Claim: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Claim();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.successor != null) {
                        if (!$util.isObject(object.successor))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Claim.successor: object expected");
                        message.successor = $root.leasehold.v1.LedgerSession.fromObject(object.successor, _depth + 1);
                    }
                    if (object.fromToken != null)
                        if (typeof object.fromToken === "object" ? object.fromToken.low || object.fromToken.high : $Number(object.fromToken) !== 0)
                            if ($util.Long)
                                message.fromToken = $util.Long.fromValue(object.fromToken, true);
                            else if (typeof object.fromToken === "string")
                                message.fromToken = $parseInt(object.fromToken, 10);
                            else if (typeof object.fromToken === "number")
                                message.fromToken = object.fromToken;
                            else if (typeof object.fromToken === "object")
                                message.fromToken = new $util.LongBits(object.fromToken.low >>> 0, object.fromToken.high >>> 0).toNumber(true);
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a Claim message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Claim} message Claim
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Claim.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.successor = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.fromToken = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.fromToken = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.reason = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.successor != null && $Object.hasOwnProperty.call(message, "successor"))
                        object.successor = $root.leasehold.v1.LedgerSession.toObject(message.successor, options, _depth + 1);
                    if (message.fromToken != null && $Object.hasOwnProperty.call(message, "fromToken"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.fromToken = typeof message.fromToken === "number" ? $BigInt(message.fromToken) : $util.Long.fromBits(message.fromToken.low >>> 0, message.fromToken.high >>> 0, true).toBigInt();
                        else if (typeof message.fromToken === "number")
                            object.fromToken = options.longs === $String ? $String(message.fromToken) : message.fromToken;
                        else
                            object.fromToken = options.longs === $String ? $util.Long.prototype.toString.call(message.fromToken) : options.longs === $Number ? new $util.LongBits(message.fromToken.low >>> 0, message.fromToken.high >>> 0).toNumber(true) : message.fromToken;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this Claim to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Claim
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Claim.prototype.toJSON = function() {
                    return Claim.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Claim;
            })();

            LedgerCommand.Grant = (function() {

                /**
                 * Properties of a Grant.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Grant.$Properties
                 * @property {string} [group] Grant group
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Grant session
                 * @property {Long} [fromToken] Grant fromToken
                 * @property {string} [reason] Grant reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Grant.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IGrant
                 * @augments leasehold.v1.LedgerCommand.Grant.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Grant.$Properties instead.
                 */

                /**
                 * Shape of a Grant.
                 * @typedef {leasehold.v1.LedgerCommand.Grant.$Properties} leasehold.v1.LedgerCommand.Grant.$Shape
                 */

                /**
                 * Constructs a new Grant.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Grant.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Grant.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Grant = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Grant group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @instance
                 */
                Grant.prototype.group = "";

                /**
                 * Grant session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @instance
                 */
                Grant.prototype.session = null;

                /**
                 * Grant fromToken.
                 * @member {Long} fromToken
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @instance
                 */
                Grant.prototype.fromToken = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Grant reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @instance
                 */
                Grant.prototype.reason = "";

                /**
                 * Creates a new Grant instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Grant.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Grant} Grant instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Grant.$Shape): leasehold.v1.LedgerCommand.Grant & leasehold.v1.LedgerCommand.Grant.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Grant.$Properties): leasehold.v1.LedgerCommand.Grant;
                 * }}
                 */
                Grant.create = function(properties) {
                    return new Grant(properties);
                };

                /**
                 * Encodes the specified Grant message. Does not implicitly {@link leasehold.v1.LedgerCommand.Grant.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Grant.$Properties} message Grant message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Grant.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.fromToken != null && $Object.hasOwnProperty.call(message, "fromToken") && (typeof message.fromToken === "object" ? message.fromToken.low || message.fromToken.high : message.fromToken !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.fromToken);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Grant message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Grant & leasehold.v1.LedgerCommand.Grant.$Shape} Grant
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Grant.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Grant();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromToken = value;
                                else
                                    delete message.fromToken;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Grant message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Grant} Grant
                 */
                Grant.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Grant)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Grant: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Grant();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Grant.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.fromToken != null)
                        if (typeof object.fromToken === "object" ? object.fromToken.low || object.fromToken.high : $Number(object.fromToken) !== 0)
                            if ($util.Long)
                                message.fromToken = $util.Long.fromValue(object.fromToken, true);
                            else if (typeof object.fromToken === "string")
                                message.fromToken = $parseInt(object.fromToken, 10);
                            else if (typeof object.fromToken === "number")
                                message.fromToken = object.fromToken;
                            else if (typeof object.fromToken === "object")
                                message.fromToken = new $util.LongBits(object.fromToken.low >>> 0, object.fromToken.high >>> 0).toNumber(true);
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a Grant message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Grant} message Grant
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Grant.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.session = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.fromToken = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.fromToken = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.reason = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.fromToken != null && $Object.hasOwnProperty.call(message, "fromToken"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.fromToken = typeof message.fromToken === "number" ? $BigInt(message.fromToken) : $util.Long.fromBits(message.fromToken.low >>> 0, message.fromToken.high >>> 0, true).toBigInt();
                        else if (typeof message.fromToken === "number")
                            object.fromToken = options.longs === $String ? $String(message.fromToken) : message.fromToken;
                        else
                            object.fromToken = options.longs === $String ? $util.Long.prototype.toString.call(message.fromToken) : options.longs === $Number ? new $util.LongBits(message.fromToken.low >>> 0, message.fromToken.high >>> 0).toNumber(true) : message.fromToken;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this Grant to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Grant
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Grant.prototype.toJSON = function() {
                    return Grant.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Grant;
            })();

            LedgerCommand.Release = (function() {

                /**
                 * Properties of a Release.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Release.$Properties
                 * @property {string} [group] Release group
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Release session
                 * @property {Long} [token] Release token
                 * @property {boolean} [failed] Release failed
                 * @property {string} [evidence] Release evidence
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Release.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IRelease
                 * @augments leasehold.v1.LedgerCommand.Release.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Release.$Properties instead.
                 */

                /**
                 * Shape of a Release.
                 * @typedef {leasehold.v1.LedgerCommand.Release.$Properties} leasehold.v1.LedgerCommand.Release.$Shape
                 */

                /**
                 * Constructs a new Release.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Release.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Release.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Release = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Release group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @instance
                 */
                Release.prototype.group = "";

                /**
                 * Release session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @instance
                 */
                Release.prototype.session = null;

                /**
                 * Release token.
                 * @member {Long} token
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @instance
                 */
                Release.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Release failed.
                 * @member {boolean} failed
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @instance
                 */
                Release.prototype.failed = false;

                /**
                 * Release evidence.
                 * @member {string} evidence
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @instance
                 */
                Release.prototype.evidence = "";

                /**
                 * Creates a new Release instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Release.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Release} Release instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Release.$Shape): leasehold.v1.LedgerCommand.Release & leasehold.v1.LedgerCommand.Release.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Release.$Properties): leasehold.v1.LedgerCommand.Release;
                 * }}
                 */
                Release.create = function(properties) {
                    return new Release(properties);
                };

                /**
                 * Encodes the specified Release message. Does not implicitly {@link leasehold.v1.LedgerCommand.Release.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Release.$Properties} message Release message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Release.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.token);
                    if (message.failed != null && $Object.hasOwnProperty.call(message, "failed") && message.failed !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.failed);
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.evidence);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Release message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Release & leasehold.v1.LedgerCommand.Release.$Shape} Release
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Release.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Release();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.token = value;
                                else
                                    delete message.token;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.failed = value;
                                else
                                    delete message.failed;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.evidence = value;
                                else
                                    delete message.evidence;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Release message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Release} Release
                 */
                Release.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Release)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Release: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Release();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Release.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.token != null)
                        if (typeof object.token === "object" ? object.token.low || object.token.high : $Number(object.token) !== 0)
                            if ($util.Long)
                                message.token = $util.Long.fromValue(object.token, true);
                            else if (typeof object.token === "string")
                                message.token = $parseInt(object.token, 10);
                            else if (typeof object.token === "number")
                                message.token = object.token;
                            else if (typeof object.token === "object")
                                message.token = new $util.LongBits(object.token.low >>> 0, object.token.high >>> 0).toNumber(true);
                    if (object.failed != null)
                        if (object.failed)
                            message.failed = $Boolean(object.failed);
                    if (object.evidence != null)
                        if (typeof object.evidence !== "string" || object.evidence.length)
                            message.evidence = $String(object.evidence);
                    return message;
                };

                /**
                 * Creates a plain object from a Release message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Release} message Release
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Release.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.session = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.token = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.token = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.failed = false;
                        object.evidence = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.token = typeof message.token === "number" ? $BigInt(message.token) : $util.Long.fromBits(message.token.low >>> 0, message.token.high >>> 0, true).toBigInt();
                        else if (typeof message.token === "number")
                            object.token = options.longs === $String ? $String(message.token) : message.token;
                        else
                            object.token = options.longs === $String ? $util.Long.prototype.toString.call(message.token) : options.longs === $Number ? new $util.LongBits(message.token.low >>> 0, message.token.high >>> 0).toNumber(true) : message.token;
                    if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                        object.failed = message.failed;
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence"))
                        object.evidence = message.evidence;
                    return object;
                };

                /**
                 * Converts this Release to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Release
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Release.prototype.toJSON = function() {
                    return Release.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Release;
            })();

            LedgerCommand.Adopt = (function() {

                /**
                 * Properties of an Adopt.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Adopt.$Properties
                 * @property {string} [group] Adopt group
                 * @property {Long} [token] Adopt token
                 * @property {leasehold.v1.LedgerSession.$Properties} [from] Adopt from
                 * @property {leasehold.v1.LedgerSession.$Properties} [to] Adopt to
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Adopt.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IAdopt
                 * @augments leasehold.v1.LedgerCommand.Adopt.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Adopt.$Properties instead.
                 */

                /**
                 * Shape of an Adopt.
                 * @typedef {leasehold.v1.LedgerCommand.Adopt.$Properties} leasehold.v1.LedgerCommand.Adopt.$Shape
                 */

                /**
                 * Constructs a new Adopt.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents an Adopt.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Adopt.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Adopt = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Adopt group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @instance
                 */
                Adopt.prototype.group = "";

                /**
                 * Adopt token.
                 * @member {Long} token
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @instance
                 */
                Adopt.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Adopt from.
                 * @member {leasehold.v1.LedgerSession} from
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @instance
                 */
                Adopt.prototype.from = null;

                /**
                 * Adopt to.
                 * @member {leasehold.v1.LedgerSession} to
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @instance
                 */
                Adopt.prototype.to = null;

                /**
                 * Creates a new Adopt instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Adopt.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Adopt} Adopt instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Adopt.$Shape): leasehold.v1.LedgerCommand.Adopt & leasehold.v1.LedgerCommand.Adopt.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Adopt.$Properties): leasehold.v1.LedgerCommand.Adopt;
                 * }}
                 */
                Adopt.create = function(properties) {
                    return new Adopt(properties);
                };

                /**
                 * Encodes the specified Adopt message. Does not implicitly {@link leasehold.v1.LedgerCommand.Adopt.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Adopt.$Properties} message Adopt message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Adopt.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.token);
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                        $root.leasehold.v1.LedgerSession.encode(message.from, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                        $root.leasehold.v1.LedgerSession.encode(message.to, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Adopt message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Adopt & leasehold.v1.LedgerCommand.Adopt.$Shape} Adopt
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Adopt.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Adopt();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.token = value;
                                else
                                    delete message.token;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.from = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.to = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.to);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates an Adopt message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Adopt} Adopt
                 */
                Adopt.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Adopt)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Adopt: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Adopt();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.token != null)
                        if (typeof object.token === "object" ? object.token.low || object.token.high : $Number(object.token) !== 0)
                            if ($util.Long)
                                message.token = $util.Long.fromValue(object.token, true);
                            else if (typeof object.token === "string")
                                message.token = $parseInt(object.token, 10);
                            else if (typeof object.token === "number")
                                message.token = object.token;
                            else if (typeof object.token === "object")
                                message.token = new $util.LongBits(object.token.low >>> 0, object.token.high >>> 0).toNumber(true);
                    if (object.from != null) {
                        if (!$util.isObject(object.from))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Adopt.from: object expected");
                        message.from = $root.leasehold.v1.LedgerSession.fromObject(object.from, _depth + 1);
                    }
                    if (object.to != null) {
                        if (!$util.isObject(object.to))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Adopt.to: object expected");
                        message.to = $root.leasehold.v1.LedgerSession.fromObject(object.to, _depth + 1);
                    }
                    return message;
                };

                /**
                 * Creates a plain object from an Adopt message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Adopt} message Adopt
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Adopt.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.token = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.token = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.from = null;
                        object.to = null;
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.token = typeof message.token === "number" ? $BigInt(message.token) : $util.Long.fromBits(message.token.low >>> 0, message.token.high >>> 0, true).toBigInt();
                        else if (typeof message.token === "number")
                            object.token = options.longs === $String ? $String(message.token) : message.token;
                        else
                            object.token = options.longs === $String ? $util.Long.prototype.toString.call(message.token) : options.longs === $Number ? new $util.LongBits(message.token.low >>> 0, message.token.high >>> 0).toNumber(true) : message.token;
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                        object.from = $root.leasehold.v1.LedgerSession.toObject(message.from, options, _depth + 1);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                        object.to = $root.leasehold.v1.LedgerSession.toObject(message.to, options, _depth + 1);
                    return object;
                };

                /**
                 * Converts this Adopt to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Adopt
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Adopt.prototype.toJSON = function() {
                    return Adopt.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Adopt;
            })();

            LedgerCommand.Report = (function() {

                /**
                 * Properties of a Report.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Report.$Properties
                 * @property {string} [group] Report group
                 * @property {leasehold.v1.LedgerSession.$Properties} [session] Report session
                 * @property {Long} [token] Report token
                 * @property {leasehold.v1.LedgerGroupState} [state] Report state
                 * @property {string} [reason] Report reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Report.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IReport
                 * @augments leasehold.v1.LedgerCommand.Report.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Report.$Properties instead.
                 */

                /**
                 * Shape of a Report.
                 * @typedef {leasehold.v1.LedgerCommand.Report.$Properties} leasehold.v1.LedgerCommand.Report.$Shape
                 */

                /**
                 * Constructs a new Report.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Report.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Report.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Report = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Report group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @instance
                 */
                Report.prototype.group = "";

                /**
                 * Report session.
                 * @member {leasehold.v1.LedgerSession} session
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @instance
                 */
                Report.prototype.session = null;

                /**
                 * Report token.
                 * @member {Long} token
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @instance
                 */
                Report.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Report state.
                 * @member {leasehold.v1.LedgerGroupState} state
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @instance
                 */
                Report.prototype.state = 0;

                /**
                 * Report reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @instance
                 */
                Report.prototype.reason = "";

                /**
                 * Creates a new Report instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Report.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Report} Report instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Report.$Shape): leasehold.v1.LedgerCommand.Report & leasehold.v1.LedgerCommand.Report.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Report.$Properties): leasehold.v1.LedgerCommand.Report;
                 * }}
                 */
                Report.create = function(properties) {
                    return new Report(properties);
                };

                /**
                 * Encodes the specified Report message. Does not implicitly {@link leasehold.v1.LedgerCommand.Report.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Report.$Properties} message Report message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Report.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.token);
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.state);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Report message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Report & leasehold.v1.LedgerCommand.Report.$Shape} Report
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Report.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Report();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.token = value;
                                else
                                    delete message.token;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Report message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Report} Report
                 */
                Report.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Report)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Report: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Report();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.session != null) {
                        if (!$util.isObject(object.session))
                            throw $TypeError(".leasehold.v1.LedgerCommand.Report.session: object expected");
                        message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                    }
                    if (object.token != null)
                        if (typeof object.token === "object" ? object.token.low || object.token.high : $Number(object.token) !== 0)
                            if ($util.Long)
                                message.token = $util.Long.fromValue(object.token, true);
                            else if (typeof object.token === "string")
                                message.token = $parseInt(object.token, 10);
                            else if (typeof object.token === "number")
                                message.token = object.token;
                            else if (typeof object.token === "object")
                                message.token = new $util.LongBits(object.token.low >>> 0, object.token.high >>> 0).toNumber(true);
                    if (object.state !== 0 && (typeof object.state !== "string" || $root.leasehold.v1.LedgerGroupState[object.state] !== 0))
                        switch (object.state) {
                        case "LEDGER_GROUP_STATE_UNSPECIFIED":
                        case 0:
                            message.state = 0;
                            break;
                        case "LEDGER_GROUP_STATE_STARTING":
                        case 1:
                            message.state = 1;
                            break;
                        case "LEDGER_GROUP_STATE_RUNNING":
                        case 2:
                            message.state = 2;
                            break;
                        case "LEDGER_GROUP_STATE_STOPPING":
                        case 3:
                            message.state = 3;
                            break;
                        case "LEDGER_GROUP_STATE_STOP_FAILED":
                        case 4:
                            message.state = 4;
                            break;
                        case "LEDGER_GROUP_STATE_RESTARTING":
                        case 5:
                            message.state = 5;
                            break;
                        default:
                            if (typeof object.state === "number" && (object.state | 0) === object.state)
                                message.state = object.state;
                        }
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a Report message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Report} message Report
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Report.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.session = null;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.token = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.token = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.state = options.enums === $String ? "LEDGER_GROUP_STATE_UNSPECIFIED" : 0;
                        object.reason = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.token = typeof message.token === "number" ? $BigInt(message.token) : $util.Long.fromBits(message.token.low >>> 0, message.token.high >>> 0, true).toBigInt();
                        else if (typeof message.token === "number")
                            object.token = options.longs === $String ? $String(message.token) : message.token;
                        else
                            object.token = options.longs === $String ? $util.Long.prototype.toString.call(message.token) : options.longs === $Number ? new $util.LongBits(message.token.low >>> 0, message.token.high >>> 0).toNumber(true) : message.token;
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                        object.state = options.enums === $String ? $root.leasehold.v1.LedgerGroupState[message.state] === $undefined ? message.state : $root.leasehold.v1.LedgerGroupState[message.state] : message.state;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this Report to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Report
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Report.prototype.toJSON = function() {
                    return Report.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Report;
            })();

            LedgerCommand.Move = (function() {

                /**
                 * Properties of a Move.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Move.$Properties
                 * @property {string} [group] Move group
                 * @property {string} [to] Move to
                 * @property {string} [requestId] Move requestId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Move.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IMove
                 * @augments leasehold.v1.LedgerCommand.Move.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Move.$Properties instead.
                 */

                /**
                 * Shape of a Move.
                 * @typedef {leasehold.v1.LedgerCommand.Move.$Properties} leasehold.v1.LedgerCommand.Move.$Shape
                 */

                /**
                 * Constructs a new Move.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Move.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Move.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Move = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Move group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @instance
                 */
                Move.prototype.group = "";

                /**
                 * Move to.
                 * @member {string} to
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @instance
                 */
                Move.prototype.to = "";

                /**
                 * Move requestId.
                 * @member {string} requestId
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @instance
                 */
                Move.prototype.requestId = "";

                /**
                 * Creates a new Move instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Move.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Move} Move instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Move.$Shape): leasehold.v1.LedgerCommand.Move & leasehold.v1.LedgerCommand.Move.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Move.$Properties): leasehold.v1.LedgerCommand.Move;
                 * }}
                 */
                Move.create = function(properties) {
                    return new Move(properties);
                };

                /**
                 * Encodes the specified Move message. Does not implicitly {@link leasehold.v1.LedgerCommand.Move.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Move.$Properties} message Move message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Move.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.to);
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.requestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Move message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Move & leasehold.v1.LedgerCommand.Move.$Shape} Move
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Move.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Move();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.requestId = value;
                                else
                                    delete message.requestId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Move message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Move} Move
                 */
                Move.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Move)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Move: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Move();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.to != null)
                        if (typeof object.to !== "string" || object.to.length)
                            message.to = $String(object.to);
                    if (object.requestId != null)
                        if (typeof object.requestId !== "string" || object.requestId.length)
                            message.requestId = $String(object.requestId);
                    return message;
                };

                /**
                 * Creates a plain object from a Move message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Move} message Move
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Move.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.to = "";
                        object.requestId = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                        object.to = message.to;
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                        object.requestId = message.requestId;
                    return object;
                };

                /**
                 * Converts this Move to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Move
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Move.prototype.toJSON = function() {
                    return Move.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Move;
            })();

            LedgerCommand.CancelMove = (function() {

                /**
                 * Properties of a CancelMove.
                 * @typedef {Object} leasehold.v1.LedgerCommand.CancelMove.$Properties
                 * @property {string} [group] CancelMove group
                 * @property {string} [requestId] CancelMove requestId
                 * @property {string} [reason] CancelMove reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CancelMove.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface ICancelMove
                 * @augments leasehold.v1.LedgerCommand.CancelMove.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.CancelMove.$Properties instead.
                 */

                /**
                 * Shape of a CancelMove.
                 * @typedef {leasehold.v1.LedgerCommand.CancelMove.$Properties} leasehold.v1.LedgerCommand.CancelMove.$Shape
                 */

                /**
                 * Constructs a new CancelMove.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a CancelMove.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.CancelMove.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CancelMove = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CancelMove group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @instance
                 */
                CancelMove.prototype.group = "";

                /**
                 * CancelMove requestId.
                 * @member {string} requestId
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @instance
                 */
                CancelMove.prototype.requestId = "";

                /**
                 * CancelMove reason.
                 * @member {string} reason
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @instance
                 */
                CancelMove.prototype.reason = "";

                /**
                 * Creates a new CancelMove instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @static
                 * @param {leasehold.v1.LedgerCommand.CancelMove.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.CancelMove} CancelMove instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.CancelMove.$Shape): leasehold.v1.LedgerCommand.CancelMove & leasehold.v1.LedgerCommand.CancelMove.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.CancelMove.$Properties): leasehold.v1.LedgerCommand.CancelMove;
                 * }}
                 */
                CancelMove.create = function(properties) {
                    return new CancelMove(properties);
                };

                /**
                 * Encodes the specified CancelMove message. Does not implicitly {@link leasehold.v1.LedgerCommand.CancelMove.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @static
                 * @param {leasehold.v1.LedgerCommand.CancelMove.$Properties} message CancelMove message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CancelMove.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.requestId);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CancelMove message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.CancelMove & leasehold.v1.LedgerCommand.CancelMove.$Shape} CancelMove
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CancelMove.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.CancelMove();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.requestId = value;
                                else
                                    delete message.requestId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a CancelMove message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.CancelMove} CancelMove
                 */
                CancelMove.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.CancelMove)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.CancelMove: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.CancelMove();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.requestId != null)
                        if (typeof object.requestId !== "string" || object.requestId.length)
                            message.requestId = $String(object.requestId);
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                /**
                 * Creates a plain object from a CancelMove message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @static
                 * @param {leasehold.v1.LedgerCommand.CancelMove} message CancelMove
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                CancelMove.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.requestId = "";
                        object.reason = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                        object.requestId = message.requestId;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                /**
                 * Converts this CancelMove to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.CancelMove
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                CancelMove.prototype.toJSON = function() {
                    return CancelMove.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CancelMove;
            })();

            LedgerCommand.Forgive = (function() {

                /**
                 * Properties of a Forgive.
                 * @typedef {Object} leasehold.v1.LedgerCommand.Forgive.$Properties
                 * @property {string} [group] Forgive group
                 * @property {string} [node] Forgive node
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Forgive.
                 * @memberof leasehold.v1.LedgerCommand
                 * @interface IForgive
                 * @augments leasehold.v1.LedgerCommand.Forgive.$Properties
                 * @deprecated Use leasehold.v1.LedgerCommand.Forgive.$Properties instead.
                 */

                /**
                 * Shape of a Forgive.
                 * @typedef {leasehold.v1.LedgerCommand.Forgive.$Properties} leasehold.v1.LedgerCommand.Forgive.$Shape
                 */

                /**
                 * Constructs a new Forgive.
                 * @memberof leasehold.v1.LedgerCommand
                 * @classdesc Represents a Forgive.
                 * @constructor
                 * @param {leasehold.v1.LedgerCommand.Forgive.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Forgive = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Forgive group.
                 * @member {string} group
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @instance
                 */
                Forgive.prototype.group = "";

                /**
                 * Forgive node.
                 * @member {string} node
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @instance
                 */
                Forgive.prototype.node = "";

                /**
                 * Creates a new Forgive instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Forgive.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.LedgerCommand.Forgive} Forgive instance
                 * @type {{
                 *   (properties: leasehold.v1.LedgerCommand.Forgive.$Shape): leasehold.v1.LedgerCommand.Forgive & leasehold.v1.LedgerCommand.Forgive.$Shape;
                 *   (properties?: leasehold.v1.LedgerCommand.Forgive.$Properties): leasehold.v1.LedgerCommand.Forgive;
                 * }}
                 */
                Forgive.create = function(properties) {
                    return new Forgive(properties);
                };

                /**
                 * Encodes the specified Forgive message. Does not implicitly {@link leasehold.v1.LedgerCommand.Forgive.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Forgive.$Properties} message Forgive message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Forgive.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Forgive message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Forgive & leasehold.v1.LedgerCommand.Forgive.$Shape} Forgive
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Forgive.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.LedgerCommand.Forgive();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.node = value;
                                else
                                    delete message.node;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Forgive message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.LedgerCommand.Forgive} Forgive
                 */
                Forgive.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.LedgerCommand.Forgive)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.LedgerCommand.Forgive: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.LedgerCommand.Forgive();
                    if (object.group != null)
                        if (typeof object.group !== "string" || object.group.length)
                            message.group = $String(object.group);
                    if (object.node != null)
                        if (typeof object.node !== "string" || object.node.length)
                            message.node = $String(object.node);
                    return message;
                };

                /**
                 * Creates a plain object from a Forgive message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @static
                 * @param {leasehold.v1.LedgerCommand.Forgive} message Forgive
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Forgive.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.group = "";
                        object.node = "";
                    }
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        object.group = message.group;
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                        object.node = message.node;
                    return object;
                };

                /**
                 * Converts this Forgive to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.LedgerCommand.Forgive
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Forgive.prototype.toJSON = function() {
                    return Forgive.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Forgive;
            })();

            return LedgerCommand;
        })();

        v1.LedgerDocument = (function() {

            /**
             * Properties of a LedgerDocument.
             * @typedef {Object} leasehold.v1.LedgerDocument.$Properties
             * @property {string} [cluster] LedgerDocument cluster
             * @property {leasehold.v1.LedgerTiming.$Properties} [timing] LedgerDocument timing
             * @property {Array.<leasehold.v1.LedgerNodeSpec.$Properties>} [nodes] LedgerDocument nodes
             * @property {Array.<leasehold.v1.LedgerGroupSpec.$Properties>} [groups] LedgerDocument groups
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerDocument.
             * @memberof leasehold.v1
             * @interface ILedgerDocument
             * @augments leasehold.v1.LedgerDocument.$Properties
             * @deprecated Use leasehold.v1.LedgerDocument.$Properties instead.
             */

            /**
             * Shape of a LedgerDocument.
             * @typedef {leasehold.v1.LedgerDocument.$Properties} leasehold.v1.LedgerDocument.$Shape
             */

            /**
             * Constructs a new LedgerDocument.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerDocument.
             * @constructor
             * @param {leasehold.v1.LedgerDocument.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerDocument = function (properties) {
                this.nodes = [];
                this.groups = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerDocument cluster.
             * @member {string} cluster
             * @memberof leasehold.v1.LedgerDocument
             * @instance
             */
            LedgerDocument.prototype.cluster = "";

            /**
             * LedgerDocument timing.
             * @member {leasehold.v1.LedgerTiming} timing
             * @memberof leasehold.v1.LedgerDocument
             * @instance
             */
            LedgerDocument.prototype.timing = null;

            /**
             * LedgerDocument nodes.
             * @member {Array.<leasehold.v1.LedgerNodeSpec>} nodes
             * @memberof leasehold.v1.LedgerDocument
             * @instance
             */
            LedgerDocument.prototype.nodes = $util.emptyArray;

            /**
             * LedgerDocument groups.
             * @member {Array.<leasehold.v1.LedgerGroupSpec>} groups
             * @memberof leasehold.v1.LedgerDocument
             * @instance
             */
            LedgerDocument.prototype.groups = $util.emptyArray;

            /**
             * Creates a new LedgerDocument instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerDocument
             * @static
             * @param {leasehold.v1.LedgerDocument.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerDocument} LedgerDocument instance
             * @type {{
             *   (properties: leasehold.v1.LedgerDocument.$Shape): leasehold.v1.LedgerDocument & leasehold.v1.LedgerDocument.$Shape;
             *   (properties?: leasehold.v1.LedgerDocument.$Properties): leasehold.v1.LedgerDocument;
             * }}
             */
            LedgerDocument.create = function(properties) {
                return new LedgerDocument(properties);
            };

            /**
             * Encodes the specified LedgerDocument message. Does not implicitly {@link leasehold.v1.LedgerDocument.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerDocument
             * @static
             * @param {leasehold.v1.LedgerDocument.$Properties} message LedgerDocument message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerDocument.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cluster);
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    $root.leasehold.v1.LedgerTiming.encode(message.timing, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        $root.leasehold.v1.LedgerNodeSpec.encode(message.nodes[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.groups != null && message.groups.length)
                    for (let i = 0; i < message.groups.length; ++i)
                        $root.leasehold.v1.LedgerGroupSpec.encode(message.groups[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerDocument message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerDocument
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerDocument & leasehold.v1.LedgerDocument.$Shape} LedgerDocument
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerDocument.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerDocument();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.timing = $root.leasehold.v1.LedgerTiming.decode(reader, reader.size(), $undefined, _depth + 1, message.timing);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push($root.leasehold.v1.LedgerNodeSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push($root.leasehold.v1.LedgerGroupSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerDocument message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerDocument
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerDocument} LedgerDocument
             */
            LedgerDocument.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerDocument)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerDocument: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerDocument();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.timing != null) {
                    if (!$util.isObject(object.timing))
                        throw $TypeError(".leasehold.v1.LedgerDocument.timing: object expected");
                    message.timing = $root.leasehold.v1.LedgerTiming.fromObject(object.timing, _depth + 1);
                }
                if (object.nodes) {
                    if (!$Array.isArray(object.nodes))
                        throw $TypeError(".leasehold.v1.LedgerDocument.nodes: array expected");
                    message.nodes = $Array(object.nodes.length);
                    for (let i = 0; i < object.nodes.length; ++i) {
                        if (!$util.isObject(object.nodes[i]))
                            throw $TypeError(".leasehold.v1.LedgerDocument.nodes: object expected");
                        message.nodes[i] = $root.leasehold.v1.LedgerNodeSpec.fromObject(object.nodes[i], _depth + 1);
                    }
                }
                if (object.groups) {
                    if (!$Array.isArray(object.groups))
                        throw $TypeError(".leasehold.v1.LedgerDocument.groups: array expected");
                    message.groups = $Array(object.groups.length);
                    for (let i = 0; i < object.groups.length; ++i) {
                        if (!$util.isObject(object.groups[i]))
                            throw $TypeError(".leasehold.v1.LedgerDocument.groups: object expected");
                        message.groups[i] = $root.leasehold.v1.LedgerGroupSpec.fromObject(object.groups[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerDocument message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerDocument
             * @static
             * @param {leasehold.v1.LedgerDocument} message LedgerDocument
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerDocument.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.nodes = [];
                    object.groups = [];
                }
                if (options.defaults) {
                    object.cluster = "";
                    object.timing = null;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    object.timing = $root.leasehold.v1.LedgerTiming.toObject(message.timing, options, _depth + 1);
                if (message.nodes && message.nodes.length) {
                    object.nodes = $Array(message.nodes.length);
                    for (let j = 0; j < message.nodes.length; ++j)
                        object.nodes[j] = $root.leasehold.v1.LedgerNodeSpec.toObject(message.nodes[j], options, _depth + 1);
                }
                if (message.groups && message.groups.length) {
                    object.groups = $Array(message.groups.length);
                    for (let j = 0; j < message.groups.length; ++j)
                        object.groups[j] = $root.leasehold.v1.LedgerGroupSpec.toObject(message.groups[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this LedgerDocument to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerDocument
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerDocument.prototype.toJSON = function() {
                return LedgerDocument.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerDocument;
        })();

        v1.LedgerTiming = (function() {

            /**
             * Properties of a LedgerTiming.
             * @typedef {Object} leasehold.v1.LedgerTiming.$Properties
             * @property {number} [ttl] LedgerTiming ttl
             * @property {number} [rho] LedgerTiming rho
             * @property {number} [heartbeat] LedgerTiming heartbeat
             * @property {number} [suspectAfter] LedgerTiming suspectAfter
             * @property {number} [raftHeartbeat] LedgerTiming raftHeartbeat
             * @property {number} [electionMin] LedgerTiming electionMin
             * @property {number} [electionMax] LedgerTiming electionMax
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerTiming.
             * @memberof leasehold.v1
             * @interface ILedgerTiming
             * @augments leasehold.v1.LedgerTiming.$Properties
             * @deprecated Use leasehold.v1.LedgerTiming.$Properties instead.
             */

            /**
             * Shape of a LedgerTiming.
             * @typedef {leasehold.v1.LedgerTiming.$Properties} leasehold.v1.LedgerTiming.$Shape
             */

            /**
             * Constructs a new LedgerTiming.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerTiming.
             * @constructor
             * @param {leasehold.v1.LedgerTiming.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerTiming = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerTiming ttl.
             * @member {number} ttl
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.ttl = 0;

            /**
             * LedgerTiming rho.
             * @member {number} rho
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.rho = 0;

            /**
             * LedgerTiming heartbeat.
             * @member {number} heartbeat
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.heartbeat = 0;

            /**
             * LedgerTiming suspectAfter.
             * @member {number} suspectAfter
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.suspectAfter = 0;

            /**
             * LedgerTiming raftHeartbeat.
             * @member {number} raftHeartbeat
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.raftHeartbeat = 0;

            /**
             * LedgerTiming electionMin.
             * @member {number} electionMin
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.electionMin = 0;

            /**
             * LedgerTiming electionMax.
             * @member {number} electionMax
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             */
            LedgerTiming.prototype.electionMax = 0;

            /**
             * Creates a new LedgerTiming instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerTiming
             * @static
             * @param {leasehold.v1.LedgerTiming.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerTiming} LedgerTiming instance
             * @type {{
             *   (properties: leasehold.v1.LedgerTiming.$Shape): leasehold.v1.LedgerTiming & leasehold.v1.LedgerTiming.$Shape;
             *   (properties?: leasehold.v1.LedgerTiming.$Properties): leasehold.v1.LedgerTiming;
             * }}
             */
            LedgerTiming.create = function(properties) {
                return new LedgerTiming(properties);
            };

            /**
             * Encodes the specified LedgerTiming message. Does not implicitly {@link leasehold.v1.LedgerTiming.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerTiming
             * @static
             * @param {leasehold.v1.LedgerTiming.$Properties} message LedgerTiming message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerTiming.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ttl != null && $Object.hasOwnProperty.call(message, "ttl") && !$Object.is(message.ttl, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.ttl);
                if (message.rho != null && $Object.hasOwnProperty.call(message, "rho") && !$Object.is(message.rho, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.rho);
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat") && !$Object.is(message.heartbeat, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.heartbeat);
                if (message.suspectAfter != null && $Object.hasOwnProperty.call(message, "suspectAfter") && !$Object.is(message.suspectAfter, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.suspectAfter);
                if (message.raftHeartbeat != null && $Object.hasOwnProperty.call(message, "raftHeartbeat") && !$Object.is(message.raftHeartbeat, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.raftHeartbeat);
                if (message.electionMin != null && $Object.hasOwnProperty.call(message, "electionMin") && !$Object.is(message.electionMin, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.electionMin);
                if (message.electionMax != null && $Object.hasOwnProperty.call(message, "electionMax") && !$Object.is(message.electionMax, 0))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.electionMax);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerTiming message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerTiming
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerTiming & leasehold.v1.LedgerTiming.$Shape} LedgerTiming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerTiming.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerTiming();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ttl = value;
                            else
                                delete message.ttl;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.rho = value;
                            else
                                delete message.rho;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.heartbeat = value;
                            else
                                delete message.heartbeat;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.suspectAfter = value;
                            else
                                delete message.suspectAfter;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.raftHeartbeat = value;
                            else
                                delete message.raftHeartbeat;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.electionMin = value;
                            else
                                delete message.electionMin;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.electionMax = value;
                            else
                                delete message.electionMax;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerTiming message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerTiming
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerTiming} LedgerTiming
             */
            LedgerTiming.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerTiming)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerTiming: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerTiming();
                if (object.ttl != null)
                    if (!$Object.is($Number(object.ttl), 0))
                        message.ttl = $Number(object.ttl);
                if (object.rho != null)
                    if (!$Object.is($Number(object.rho), 0))
                        message.rho = $Number(object.rho);
                if (object.heartbeat != null)
                    if (!$Object.is($Number(object.heartbeat), 0))
                        message.heartbeat = $Number(object.heartbeat);
                if (object.suspectAfter != null)
                    if (!$Object.is($Number(object.suspectAfter), 0))
                        message.suspectAfter = $Number(object.suspectAfter);
                if (object.raftHeartbeat != null)
                    if (!$Object.is($Number(object.raftHeartbeat), 0))
                        message.raftHeartbeat = $Number(object.raftHeartbeat);
                if (object.electionMin != null)
                    if (!$Object.is($Number(object.electionMin), 0))
                        message.electionMin = $Number(object.electionMin);
                if (object.electionMax != null)
                    if (!$Object.is($Number(object.electionMax), 0))
                        message.electionMax = $Number(object.electionMax);
                return message;
            };

            /**
             * Creates a plain object from a LedgerTiming message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerTiming
             * @static
             * @param {leasehold.v1.LedgerTiming} message LedgerTiming
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerTiming.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.ttl = 0;
                    object.rho = 0;
                    object.heartbeat = 0;
                    object.suspectAfter = 0;
                    object.raftHeartbeat = 0;
                    object.electionMin = 0;
                    object.electionMax = 0;
                }
                if (message.ttl != null && $Object.hasOwnProperty.call(message, "ttl"))
                    object.ttl = options.json && !$isFinite(message.ttl) ? $String(message.ttl) : message.ttl;
                if (message.rho != null && $Object.hasOwnProperty.call(message, "rho"))
                    object.rho = options.json && !$isFinite(message.rho) ? $String(message.rho) : message.rho;
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    object.heartbeat = options.json && !$isFinite(message.heartbeat) ? $String(message.heartbeat) : message.heartbeat;
                if (message.suspectAfter != null && $Object.hasOwnProperty.call(message, "suspectAfter"))
                    object.suspectAfter = options.json && !$isFinite(message.suspectAfter) ? $String(message.suspectAfter) : message.suspectAfter;
                if (message.raftHeartbeat != null && $Object.hasOwnProperty.call(message, "raftHeartbeat"))
                    object.raftHeartbeat = options.json && !$isFinite(message.raftHeartbeat) ? $String(message.raftHeartbeat) : message.raftHeartbeat;
                if (message.electionMin != null && $Object.hasOwnProperty.call(message, "electionMin"))
                    object.electionMin = options.json && !$isFinite(message.electionMin) ? $String(message.electionMin) : message.electionMin;
                if (message.electionMax != null && $Object.hasOwnProperty.call(message, "electionMax"))
                    object.electionMax = options.json && !$isFinite(message.electionMax) ? $String(message.electionMax) : message.electionMax;
                return object;
            };

            /**
             * Converts this LedgerTiming to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerTiming
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerTiming.prototype.toJSON = function() {
                return LedgerTiming.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerTiming;
        })();

        v1.LedgerNodeSpec = (function() {

            /**
             * Properties of a LedgerNodeSpec.
             * @typedef {Object} leasehold.v1.LedgerNodeSpec.$Properties
             * @property {string} [name] LedgerNodeSpec name
             * @property {Array.<string>} [addresses] LedgerNodeSpec addresses
             * @property {boolean} [voter] LedgerNodeSpec voter
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerNodeSpec.
             * @memberof leasehold.v1
             * @interface ILedgerNodeSpec
             * @augments leasehold.v1.LedgerNodeSpec.$Properties
             * @deprecated Use leasehold.v1.LedgerNodeSpec.$Properties instead.
             */

            /**
             * Shape of a LedgerNodeSpec.
             * @typedef {leasehold.v1.LedgerNodeSpec.$Properties} leasehold.v1.LedgerNodeSpec.$Shape
             */

            /**
             * Constructs a new LedgerNodeSpec.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerNodeSpec.
             * @constructor
             * @param {leasehold.v1.LedgerNodeSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerNodeSpec = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerNodeSpec name.
             * @member {string} name
             * @memberof leasehold.v1.LedgerNodeSpec
             * @instance
             */
            LedgerNodeSpec.prototype.name = "";

            /**
             * LedgerNodeSpec addresses.
             * @member {Array.<string>} addresses
             * @memberof leasehold.v1.LedgerNodeSpec
             * @instance
             */
            LedgerNodeSpec.prototype.addresses = $util.emptyArray;

            /**
             * LedgerNodeSpec voter.
             * @member {boolean} voter
             * @memberof leasehold.v1.LedgerNodeSpec
             * @instance
             */
            LedgerNodeSpec.prototype.voter = false;

            /**
             * Creates a new LedgerNodeSpec instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerNodeSpec
             * @static
             * @param {leasehold.v1.LedgerNodeSpec.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerNodeSpec} LedgerNodeSpec instance
             * @type {{
             *   (properties: leasehold.v1.LedgerNodeSpec.$Shape): leasehold.v1.LedgerNodeSpec & leasehold.v1.LedgerNodeSpec.$Shape;
             *   (properties?: leasehold.v1.LedgerNodeSpec.$Properties): leasehold.v1.LedgerNodeSpec;
             * }}
             */
            LedgerNodeSpec.create = function(properties) {
                return new LedgerNodeSpec(properties);
            };

            /**
             * Encodes the specified LedgerNodeSpec message. Does not implicitly {@link leasehold.v1.LedgerNodeSpec.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerNodeSpec
             * @static
             * @param {leasehold.v1.LedgerNodeSpec.$Properties} message LedgerNodeSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerNodeSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.addresses[i]);
                if (message.voter != null && $Object.hasOwnProperty.call(message, "voter") && message.voter !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.voter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerNodeSpec message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerNodeSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerNodeSpec & leasehold.v1.LedgerNodeSpec.$Shape} LedgerNodeSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerNodeSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerNodeSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.voter = value;
                            else
                                delete message.voter;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerNodeSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerNodeSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerNodeSpec} LedgerNodeSpec
             */
            LedgerNodeSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerNodeSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerNodeSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerNodeSpec();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.addresses) {
                    if (!$Array.isArray(object.addresses))
                        throw $TypeError(".leasehold.v1.LedgerNodeSpec.addresses: array expected");
                    message.addresses = $Array(object.addresses.length);
                    for (let i = 0; i < object.addresses.length; ++i)
                        message.addresses[i] = $String(object.addresses[i]);
                }
                if (object.voter != null)
                    if (object.voter)
                        message.voter = $Boolean(object.voter);
                return message;
            };

            /**
             * Creates a plain object from a LedgerNodeSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerNodeSpec
             * @static
             * @param {leasehold.v1.LedgerNodeSpec} message LedgerNodeSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerNodeSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.addresses = [];
                if (options.defaults) {
                    object.name = "";
                    object.voter = false;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.addresses && message.addresses.length) {
                    object.addresses = $Array(message.addresses.length);
                    for (let j = 0; j < message.addresses.length; ++j)
                        object.addresses[j] = message.addresses[j];
                }
                if (message.voter != null && $Object.hasOwnProperty.call(message, "voter"))
                    object.voter = message.voter;
                return object;
            };

            /**
             * Converts this LedgerNodeSpec to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerNodeSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerNodeSpec.prototype.toJSON = function() {
                return LedgerNodeSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerNodeSpec;
        })();

        v1.LedgerGroupSpec = (function() {

            /**
             * Properties of a LedgerGroupSpec.
             * @typedef {Object} leasehold.v1.LedgerGroupSpec.$Properties
             * @property {string} [name] LedgerGroupSpec name
             * @property {leasehold.v1.LedgerFloatingAddress.$Properties} [address] LedgerGroupSpec address
             * @property {leasehold.v1.LedgerCommandLine.$Properties|null} [command] LedgerGroupSpec command
             * @property {Array.<leasehold.v1.LedgerVariable.$Properties>} [environment] LedgerGroupSpec environment
             * @property {Array.<string>} [prefers] LedgerGroupSpec prefers
             * @property {boolean} [failback] LedgerGroupSpec failback
             * @property {leasehold.v1.LedgerRestarts.$Properties} [restarts] LedgerGroupSpec restarts
             * @property {number} [stopTimeout] LedgerGroupSpec stopTimeout
             * @property {Array.<leasehold.v1.LedgerProofKind>} [accepts] LedgerGroupSpec accepts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerGroupSpec.
             * @memberof leasehold.v1
             * @interface ILedgerGroupSpec
             * @augments leasehold.v1.LedgerGroupSpec.$Properties
             * @deprecated Use leasehold.v1.LedgerGroupSpec.$Properties instead.
             */

            /**
             * Shape of a LedgerGroupSpec.
             * @typedef {leasehold.v1.LedgerGroupSpec.$Properties} leasehold.v1.LedgerGroupSpec.$Shape
             */

            /**
             * Constructs a new LedgerGroupSpec.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerGroupSpec.
             * @constructor
             * @param {leasehold.v1.LedgerGroupSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerGroupSpec = function (properties) {
                this.environment = [];
                this.prefers = [];
                this.accepts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerGroupSpec name.
             * @member {string} name
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.name = "";

            /**
             * LedgerGroupSpec address.
             * @member {leasehold.v1.LedgerFloatingAddress} address
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.address = null;

            /**
             * LedgerGroupSpec command.
             * @member {leasehold.v1.LedgerCommandLine|null} command
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.command = null;

            /**
             * LedgerGroupSpec environment.
             * @member {Array.<leasehold.v1.LedgerVariable>} environment
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.environment = $util.emptyArray;

            /**
             * LedgerGroupSpec prefers.
             * @member {Array.<string>} prefers
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.prefers = $util.emptyArray;

            /**
             * LedgerGroupSpec failback.
             * @member {boolean} failback
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.failback = false;

            /**
             * LedgerGroupSpec restarts.
             * @member {leasehold.v1.LedgerRestarts} restarts
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.restarts = null;

            /**
             * LedgerGroupSpec stopTimeout.
             * @member {number} stopTimeout
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.stopTimeout = 0;

            /**
             * LedgerGroupSpec accepts.
             * @member {Array.<leasehold.v1.LedgerProofKind>} accepts
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             */
            LedgerGroupSpec.prototype.accepts = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LedgerGroupSpec.prototype, "_command", {
                get: $util.oneOfGetter($oneOfFields = ["command"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new LedgerGroupSpec instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerGroupSpec
             * @static
             * @param {leasehold.v1.LedgerGroupSpec.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerGroupSpec} LedgerGroupSpec instance
             * @type {{
             *   (properties: leasehold.v1.LedgerGroupSpec.$Shape): leasehold.v1.LedgerGroupSpec & leasehold.v1.LedgerGroupSpec.$Shape;
             *   (properties?: leasehold.v1.LedgerGroupSpec.$Properties): leasehold.v1.LedgerGroupSpec;
             * }}
             */
            LedgerGroupSpec.create = function(properties) {
                return new LedgerGroupSpec(properties);
            };

            /**
             * Encodes the specified LedgerGroupSpec message. Does not implicitly {@link leasehold.v1.LedgerGroupSpec.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerGroupSpec
             * @static
             * @param {leasehold.v1.LedgerGroupSpec.$Properties} message LedgerGroupSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerGroupSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    $root.leasehold.v1.LedgerFloatingAddress.encode(message.address, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.leasehold.v1.LedgerCommandLine.encode(message.command, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.environment != null && message.environment.length)
                    for (let i = 0; i < message.environment.length; ++i)
                        $root.leasehold.v1.LedgerVariable.encode(message.environment[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.prefers != null && message.prefers.length)
                    for (let i = 0; i < message.prefers.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.prefers[i]);
                if (message.failback != null && $Object.hasOwnProperty.call(message, "failback") && message.failback !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.failback);
                if (message.restarts != null && $Object.hasOwnProperty.call(message, "restarts"))
                    $root.leasehold.v1.LedgerRestarts.encode(message.restarts, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.stopTimeout != null && $Object.hasOwnProperty.call(message, "stopTimeout") && !$Object.is(message.stopTimeout, 0))
                    writer.uint32(/* id 8, wireType 1 =*/65).double(message.stopTimeout);
                if (message.accepts != null && message.accepts.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).int32s(message.accepts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerGroupSpec message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerGroupSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerGroupSpec & leasehold.v1.LedgerGroupSpec.$Shape} LedgerGroupSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerGroupSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerGroupSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.address = $root.leasehold.v1.LedgerFloatingAddress.decode(reader, reader.size(), $undefined, _depth + 1, message.address);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.leasehold.v1.LedgerCommandLine.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            message._command = "command";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.environment && message.environment.length))
                                message.environment = [];
                            message.environment.push($root.leasehold.v1.LedgerVariable.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.prefers && message.prefers.length))
                                message.prefers = [];
                            message.prefers.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.failback = value;
                            else
                                delete message.failback;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.restarts = $root.leasehold.v1.LedgerRestarts.decode(reader, reader.size(), $undefined, _depth + 1, message.restarts);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.stopTimeout = value;
                            else
                                delete message.stopTimeout;
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.accepts && message.accepts.length))
                                    message.accepts = [];
                                reader.int32s(message.accepts);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.accepts && message.accepts.length))
                                message.accepts = [];
                            message.accepts.push(reader.int32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerGroupSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerGroupSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerGroupSpec} LedgerGroupSpec
             */
            LedgerGroupSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerGroupSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerGroupSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerGroupSpec();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.address != null) {
                    if (!$util.isObject(object.address))
                        throw $TypeError(".leasehold.v1.LedgerGroupSpec.address: object expected");
                    message.address = $root.leasehold.v1.LedgerFloatingAddress.fromObject(object.address, _depth + 1);
                }
                if (object.command != null) {
                    if (!$util.isObject(object.command))
                        throw $TypeError(".leasehold.v1.LedgerGroupSpec.command: object expected");
                    message.command = $root.leasehold.v1.LedgerCommandLine.fromObject(object.command, _depth + 1);
                }
                if (object.environment) {
                    if (!$Array.isArray(object.environment))
                        throw $TypeError(".leasehold.v1.LedgerGroupSpec.environment: array expected");
                    message.environment = $Array(object.environment.length);
                    for (let i = 0; i < object.environment.length; ++i) {
                        if (!$util.isObject(object.environment[i]))
                            throw $TypeError(".leasehold.v1.LedgerGroupSpec.environment: object expected");
                        message.environment[i] = $root.leasehold.v1.LedgerVariable.fromObject(object.environment[i], _depth + 1);
                    }
                }
                if (object.prefers) {
                    if (!$Array.isArray(object.prefers))
                        throw $TypeError(".leasehold.v1.LedgerGroupSpec.prefers: array expected");
                    message.prefers = $Array(object.prefers.length);
                    for (let i = 0; i < object.prefers.length; ++i)
                        message.prefers[i] = $String(object.prefers[i]);
                }
                if (object.failback != null)
                    if (object.failback)
                        message.failback = $Boolean(object.failback);
                if (object.restarts != null) {
                    if (!$util.isObject(object.restarts))
                        throw $TypeError(".leasehold.v1.LedgerGroupSpec.restarts: object expected");
                    message.restarts = $root.leasehold.v1.LedgerRestarts.fromObject(object.restarts, _depth + 1);
                }
                if (object.stopTimeout != null)
                    if (!$Object.is($Number(object.stopTimeout), 0))
                        message.stopTimeout = $Number(object.stopTimeout);
                if (object.accepts) {
                    if (!$Array.isArray(object.accepts))
                        throw $TypeError(".leasehold.v1.LedgerGroupSpec.accepts: array expected");
                    message.accepts = [];
                    for (let i = 0; i < object.accepts.length; ++i)
                        switch (object.accepts[i]) {
                        case "LEDGER_PROOF_KIND_UNSPECIFIED":
                        case 0:
                            message.accepts[message.accepts.length] = 0;
                            break;
                        case "LEDGER_PROOF_KIND_NEVER_HELD":
                        case 1:
                            message.accepts[message.accepts.length] = 1;
                            break;
                        case "LEDGER_PROOF_KIND_RELEASED":
                        case 2:
                            message.accepts[message.accepts.length] = 2;
                            break;
                        case "LEDGER_PROOF_KIND_GUARD":
                        case 3:
                            message.accepts[message.accepts.length] = 3;
                            break;
                        case "LEDGER_PROOF_KIND_FENCED":
                        case 4:
                            message.accepts[message.accepts.length] = 4;
                            break;
                        case "LEDGER_PROOF_KIND_WATCHDOG":
                        case 5:
                            message.accepts[message.accepts.length] = 5;
                            break;
                        case "LEDGER_PROOF_KIND_REBOOTED":
                        case 6:
                            message.accepts[message.accepts.length] = 6;
                            break;
                        case "LEDGER_PROOF_KIND_OPERATOR":
                        case 7:
                            message.accepts[message.accepts.length] = 7;
                            break;
                        default:
                            if (typeof object.accepts[i] === "number" && (object.accepts[i] | 0) === object.accepts[i])
                                message.accepts[message.accepts.length] = object.accepts[i];
                        }
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerGroupSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerGroupSpec
             * @static
             * @param {leasehold.v1.LedgerGroupSpec} message LedgerGroupSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerGroupSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.environment = [];
                    object.prefers = [];
                    object.accepts = [];
                }
                if (options.defaults) {
                    object.name = "";
                    object.address = null;
                    object.failback = false;
                    object.restarts = null;
                    object.stopTimeout = 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = $root.leasehold.v1.LedgerFloatingAddress.toObject(message.address, options, _depth + 1);
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    object.command = $root.leasehold.v1.LedgerCommandLine.toObject(message.command, options, _depth + 1);
                if (message.environment && message.environment.length) {
                    object.environment = $Array(message.environment.length);
                    for (let j = 0; j < message.environment.length; ++j)
                        object.environment[j] = $root.leasehold.v1.LedgerVariable.toObject(message.environment[j], options, _depth + 1);
                }
                if (message.prefers && message.prefers.length) {
                    object.prefers = $Array(message.prefers.length);
                    for (let j = 0; j < message.prefers.length; ++j)
                        object.prefers[j] = message.prefers[j];
                }
                if (message.failback != null && $Object.hasOwnProperty.call(message, "failback"))
                    object.failback = message.failback;
                if (message.restarts != null && $Object.hasOwnProperty.call(message, "restarts"))
                    object.restarts = $root.leasehold.v1.LedgerRestarts.toObject(message.restarts, options, _depth + 1);
                if (message.stopTimeout != null && $Object.hasOwnProperty.call(message, "stopTimeout"))
                    object.stopTimeout = options.json && !$isFinite(message.stopTimeout) ? $String(message.stopTimeout) : message.stopTimeout;
                if (message.accepts && message.accepts.length) {
                    object.accepts = $Array(message.accepts.length);
                    for (let j = 0; j < message.accepts.length; ++j)
                        object.accepts[j] = options.enums === $String ? $root.leasehold.v1.LedgerProofKind[message.accepts[j]] === $undefined ? message.accepts[j] : $root.leasehold.v1.LedgerProofKind[message.accepts[j]] : message.accepts[j];
                }
                return object;
            };

            /**
             * Converts this LedgerGroupSpec to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerGroupSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerGroupSpec.prototype.toJSON = function() {
                return LedgerGroupSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerGroupSpec;
        })();

        v1.LedgerFloatingAddress = (function() {

            /**
             * Properties of a LedgerFloatingAddress.
             * @typedef {Object} leasehold.v1.LedgerFloatingAddress.$Properties
             * @property {string} [ip] LedgerFloatingAddress ip
             * @property {number} [prefix] LedgerFloatingAddress prefix
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerFloatingAddress.
             * @memberof leasehold.v1
             * @interface ILedgerFloatingAddress
             * @augments leasehold.v1.LedgerFloatingAddress.$Properties
             * @deprecated Use leasehold.v1.LedgerFloatingAddress.$Properties instead.
             */

            /**
             * Shape of a LedgerFloatingAddress.
             * @typedef {leasehold.v1.LedgerFloatingAddress.$Properties} leasehold.v1.LedgerFloatingAddress.$Shape
             */

            /**
             * Constructs a new LedgerFloatingAddress.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerFloatingAddress.
             * @constructor
             * @param {leasehold.v1.LedgerFloatingAddress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerFloatingAddress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerFloatingAddress ip.
             * @member {string} ip
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @instance
             */
            LedgerFloatingAddress.prototype.ip = "";

            /**
             * LedgerFloatingAddress prefix.
             * @member {number} prefix
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @instance
             */
            LedgerFloatingAddress.prototype.prefix = 0;

            /**
             * Creates a new LedgerFloatingAddress instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @static
             * @param {leasehold.v1.LedgerFloatingAddress.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerFloatingAddress} LedgerFloatingAddress instance
             * @type {{
             *   (properties: leasehold.v1.LedgerFloatingAddress.$Shape): leasehold.v1.LedgerFloatingAddress & leasehold.v1.LedgerFloatingAddress.$Shape;
             *   (properties?: leasehold.v1.LedgerFloatingAddress.$Properties): leasehold.v1.LedgerFloatingAddress;
             * }}
             */
            LedgerFloatingAddress.create = function(properties) {
                return new LedgerFloatingAddress(properties);
            };

            /**
             * Encodes the specified LedgerFloatingAddress message. Does not implicitly {@link leasehold.v1.LedgerFloatingAddress.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @static
             * @param {leasehold.v1.LedgerFloatingAddress.$Properties} message LedgerFloatingAddress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerFloatingAddress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ip != null && $Object.hasOwnProperty.call(message, "ip") && message.ip !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.ip);
                if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.prefix);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerFloatingAddress message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerFloatingAddress & leasehold.v1.LedgerFloatingAddress.$Shape} LedgerFloatingAddress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerFloatingAddress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerFloatingAddress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.ip = value;
                            else
                                delete message.ip;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.prefix = value;
                            else
                                delete message.prefix;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerFloatingAddress message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerFloatingAddress} LedgerFloatingAddress
             */
            LedgerFloatingAddress.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerFloatingAddress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerFloatingAddress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerFloatingAddress();
                if (object.ip != null)
                    if (typeof object.ip !== "string" || object.ip.length)
                        message.ip = $String(object.ip);
                if (object.prefix != null)
                    if ($Number(object.prefix) !== 0)
                        message.prefix = object.prefix >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a LedgerFloatingAddress message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @static
             * @param {leasehold.v1.LedgerFloatingAddress} message LedgerFloatingAddress
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerFloatingAddress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.ip = "";
                    object.prefix = 0;
                }
                if (message.ip != null && $Object.hasOwnProperty.call(message, "ip"))
                    object.ip = message.ip;
                if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                    object.prefix = message.prefix;
                return object;
            };

            /**
             * Converts this LedgerFloatingAddress to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerFloatingAddress
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerFloatingAddress.prototype.toJSON = function() {
                return LedgerFloatingAddress.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerFloatingAddress;
        })();

        v1.LedgerCommandLine = (function() {

            /**
             * Properties of a LedgerCommandLine.
             * @typedef {Object} leasehold.v1.LedgerCommandLine.$Properties
             * @property {Array.<string>} [words] LedgerCommandLine words
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerCommandLine.
             * @memberof leasehold.v1
             * @interface ILedgerCommandLine
             * @augments leasehold.v1.LedgerCommandLine.$Properties
             * @deprecated Use leasehold.v1.LedgerCommandLine.$Properties instead.
             */

            /**
             * Shape of a LedgerCommandLine.
             * @typedef {leasehold.v1.LedgerCommandLine.$Properties} leasehold.v1.LedgerCommandLine.$Shape
             */

            /**
             * Constructs a new LedgerCommandLine.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerCommandLine.
             * @constructor
             * @param {leasehold.v1.LedgerCommandLine.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerCommandLine = function (properties) {
                this.words = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerCommandLine words.
             * @member {Array.<string>} words
             * @memberof leasehold.v1.LedgerCommandLine
             * @instance
             */
            LedgerCommandLine.prototype.words = $util.emptyArray;

            /**
             * Creates a new LedgerCommandLine instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerCommandLine
             * @static
             * @param {leasehold.v1.LedgerCommandLine.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerCommandLine} LedgerCommandLine instance
             * @type {{
             *   (properties: leasehold.v1.LedgerCommandLine.$Shape): leasehold.v1.LedgerCommandLine & leasehold.v1.LedgerCommandLine.$Shape;
             *   (properties?: leasehold.v1.LedgerCommandLine.$Properties): leasehold.v1.LedgerCommandLine;
             * }}
             */
            LedgerCommandLine.create = function(properties) {
                return new LedgerCommandLine(properties);
            };

            /**
             * Encodes the specified LedgerCommandLine message. Does not implicitly {@link leasehold.v1.LedgerCommandLine.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerCommandLine
             * @static
             * @param {leasehold.v1.LedgerCommandLine.$Properties} message LedgerCommandLine message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerCommandLine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.words != null && message.words.length)
                    for (let i = 0; i < message.words.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.words[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerCommandLine message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerCommandLine
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerCommandLine & leasehold.v1.LedgerCommandLine.$Shape} LedgerCommandLine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerCommandLine.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerCommandLine();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerCommandLine message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerCommandLine
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerCommandLine} LedgerCommandLine
             */
            LedgerCommandLine.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerCommandLine)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerCommandLine: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerCommandLine();
                if (object.words) {
                    if (!$Array.isArray(object.words))
                        throw $TypeError(".leasehold.v1.LedgerCommandLine.words: array expected");
                    message.words = $Array(object.words.length);
                    for (let i = 0; i < object.words.length; ++i)
                        message.words[i] = $String(object.words[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a LedgerCommandLine message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerCommandLine
             * @static
             * @param {leasehold.v1.LedgerCommandLine} message LedgerCommandLine
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerCommandLine.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.words = [];
                if (message.words && message.words.length) {
                    object.words = $Array(message.words.length);
                    for (let j = 0; j < message.words.length; ++j)
                        object.words[j] = message.words[j];
                }
                return object;
            };

            /**
             * Converts this LedgerCommandLine to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerCommandLine
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerCommandLine.prototype.toJSON = function() {
                return LedgerCommandLine.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerCommandLine;
        })();

        v1.LedgerVariable = (function() {

            /**
             * Properties of a LedgerVariable.
             * @typedef {Object} leasehold.v1.LedgerVariable.$Properties
             * @property {string} [name] LedgerVariable name
             * @property {string} [value] LedgerVariable value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerVariable.
             * @memberof leasehold.v1
             * @interface ILedgerVariable
             * @augments leasehold.v1.LedgerVariable.$Properties
             * @deprecated Use leasehold.v1.LedgerVariable.$Properties instead.
             */

            /**
             * Shape of a LedgerVariable.
             * @typedef {leasehold.v1.LedgerVariable.$Properties} leasehold.v1.LedgerVariable.$Shape
             */

            /**
             * Constructs a new LedgerVariable.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerVariable.
             * @constructor
             * @param {leasehold.v1.LedgerVariable.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerVariable = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerVariable name.
             * @member {string} name
             * @memberof leasehold.v1.LedgerVariable
             * @instance
             */
            LedgerVariable.prototype.name = "";

            /**
             * LedgerVariable value.
             * @member {string} value
             * @memberof leasehold.v1.LedgerVariable
             * @instance
             */
            LedgerVariable.prototype.value = "";

            /**
             * Creates a new LedgerVariable instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerVariable
             * @static
             * @param {leasehold.v1.LedgerVariable.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerVariable} LedgerVariable instance
             * @type {{
             *   (properties: leasehold.v1.LedgerVariable.$Shape): leasehold.v1.LedgerVariable & leasehold.v1.LedgerVariable.$Shape;
             *   (properties?: leasehold.v1.LedgerVariable.$Properties): leasehold.v1.LedgerVariable;
             * }}
             */
            LedgerVariable.create = function(properties) {
                return new LedgerVariable(properties);
            };

            /**
             * Encodes the specified LedgerVariable message. Does not implicitly {@link leasehold.v1.LedgerVariable.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerVariable
             * @static
             * @param {leasehold.v1.LedgerVariable.$Properties} message LedgerVariable message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerVariable.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerVariable message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerVariable
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerVariable & leasehold.v1.LedgerVariable.$Shape} LedgerVariable
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerVariable.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerVariable();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerVariable message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerVariable
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerVariable} LedgerVariable
             */
            LedgerVariable.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerVariable)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerVariable: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerVariable();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.value != null)
                    if (typeof object.value !== "string" || object.value.length)
                        message.value = $String(object.value);
                return message;
            };

            /**
             * Creates a plain object from a LedgerVariable message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerVariable
             * @static
             * @param {leasehold.v1.LedgerVariable} message LedgerVariable
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerVariable.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.value = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = message.value;
                return object;
            };

            /**
             * Converts this LedgerVariable to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerVariable
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerVariable.prototype.toJSON = function() {
                return LedgerVariable.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerVariable;
        })();

        v1.LedgerRestarts = (function() {

            /**
             * Properties of a LedgerRestarts.
             * @typedef {Object} leasehold.v1.LedgerRestarts.$Properties
             * @property {Long} [limit] LedgerRestarts limit
             * @property {number} [window] LedgerRestarts window
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LedgerRestarts.
             * @memberof leasehold.v1
             * @interface ILedgerRestarts
             * @augments leasehold.v1.LedgerRestarts.$Properties
             * @deprecated Use leasehold.v1.LedgerRestarts.$Properties instead.
             */

            /**
             * Shape of a LedgerRestarts.
             * @typedef {leasehold.v1.LedgerRestarts.$Properties} leasehold.v1.LedgerRestarts.$Shape
             */

            /**
             * Constructs a new LedgerRestarts.
             * @memberof leasehold.v1
             * @classdesc Represents a LedgerRestarts.
             * @constructor
             * @param {leasehold.v1.LedgerRestarts.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LedgerRestarts = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LedgerRestarts limit.
             * @member {Long} limit
             * @memberof leasehold.v1.LedgerRestarts
             * @instance
             */
            LedgerRestarts.prototype.limit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LedgerRestarts window.
             * @member {number} window
             * @memberof leasehold.v1.LedgerRestarts
             * @instance
             */
            LedgerRestarts.prototype.window = 0;

            /**
             * Creates a new LedgerRestarts instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LedgerRestarts
             * @static
             * @param {leasehold.v1.LedgerRestarts.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LedgerRestarts} LedgerRestarts instance
             * @type {{
             *   (properties: leasehold.v1.LedgerRestarts.$Shape): leasehold.v1.LedgerRestarts & leasehold.v1.LedgerRestarts.$Shape;
             *   (properties?: leasehold.v1.LedgerRestarts.$Properties): leasehold.v1.LedgerRestarts;
             * }}
             */
            LedgerRestarts.create = function(properties) {
                return new LedgerRestarts(properties);
            };

            /**
             * Encodes the specified LedgerRestarts message. Does not implicitly {@link leasehold.v1.LedgerRestarts.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LedgerRestarts
             * @static
             * @param {leasehold.v1.LedgerRestarts.$Properties} message LedgerRestarts message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LedgerRestarts.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && (typeof message.limit === "object" ? message.limit.low || message.limit.high : message.limit !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.limit);
                if (message.window != null && $Object.hasOwnProperty.call(message, "window") && !$Object.is(message.window, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.window);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LedgerRestarts message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LedgerRestarts
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerRestarts & leasehold.v1.LedgerRestarts.$Shape} LedgerRestarts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LedgerRestarts.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LedgerRestarts();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.window = value;
                            else
                                delete message.window;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LedgerRestarts message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LedgerRestarts
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LedgerRestarts} LedgerRestarts
             */
            LedgerRestarts.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LedgerRestarts)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LedgerRestarts: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LedgerRestarts();
                if (object.limit != null)
                    if (typeof object.limit === "object" ? object.limit.low || object.limit.high : $Number(object.limit) !== 0)
                        if ($util.Long)
                            message.limit = $util.Long.fromValue(object.limit, true);
                        else if (typeof object.limit === "string")
                            message.limit = $parseInt(object.limit, 10);
                        else if (typeof object.limit === "number")
                            message.limit = object.limit;
                        else if (typeof object.limit === "object")
                            message.limit = new $util.LongBits(object.limit.low >>> 0, object.limit.high >>> 0).toNumber(true);
                if (object.window != null)
                    if (!$Object.is($Number(object.window), 0))
                        message.window = $Number(object.window);
                return message;
            };

            /**
             * Creates a plain object from a LedgerRestarts message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LedgerRestarts
             * @static
             * @param {leasehold.v1.LedgerRestarts} message LedgerRestarts
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LedgerRestarts.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.limit = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.limit = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.window = 0;
                }
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.limit = typeof message.limit === "number" ? $BigInt(message.limit) : $util.Long.fromBits(message.limit.low >>> 0, message.limit.high >>> 0, true).toBigInt();
                    else if (typeof message.limit === "number")
                        object.limit = options.longs === $String ? $String(message.limit) : message.limit;
                    else
                        object.limit = options.longs === $String ? $util.Long.prototype.toString.call(message.limit) : options.longs === $Number ? new $util.LongBits(message.limit.low >>> 0, message.limit.high >>> 0).toNumber(true) : message.limit;
                if (message.window != null && $Object.hasOwnProperty.call(message, "window"))
                    object.window = options.json && !$isFinite(message.window) ? $String(message.window) : message.window;
                return object;
            };

            /**
             * Converts this LedgerRestarts to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LedgerRestarts
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LedgerRestarts.prototype.toJSON = function() {
                return LedgerRestarts.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LedgerRestarts;
        })();

        v1.PeerFrame = (function() {

            /**
             * Properties of a PeerFrame.
             * @typedef {Object} leasehold.v1.PeerFrame.$Properties
             * @property {number} [format] PeerFrame format
             * @property {Array.<leasehold.v1.PeerEnvelope.$Properties>} [envelopes] PeerFrame envelopes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerFrame.
             * @memberof leasehold.v1
             * @interface IPeerFrame
             * @augments leasehold.v1.PeerFrame.$Properties
             * @deprecated Use leasehold.v1.PeerFrame.$Properties instead.
             */

            /**
             * Shape of a PeerFrame.
             * @typedef {{
             *   format?: number;
             *   envelopes?: Array.<leasehold.v1.PeerEnvelope.$Shape>;
             *   $unknowns?: Array.<Uint8Array>;
             * }} leasehold.v1.PeerFrame.$Shape
             */

            /**
             * Constructs a new PeerFrame.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerFrame.
             * @constructor
             * @param {leasehold.v1.PeerFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerFrame = function (properties) {
                this.envelopes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerFrame format.
             * @member {number} format
             * @memberof leasehold.v1.PeerFrame
             * @instance
             */
            PeerFrame.prototype.format = 0;

            /**
             * PeerFrame envelopes.
             * @member {Array.<leasehold.v1.PeerEnvelope>} envelopes
             * @memberof leasehold.v1.PeerFrame
             * @instance
             */
            PeerFrame.prototype.envelopes = $util.emptyArray;

            /**
             * Creates a new PeerFrame instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerFrame
             * @static
             * @param {leasehold.v1.PeerFrame.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerFrame} PeerFrame instance
             * @type {{
             *   (properties: leasehold.v1.PeerFrame.$Shape): leasehold.v1.PeerFrame & leasehold.v1.PeerFrame.$Shape;
             *   (properties?: leasehold.v1.PeerFrame.$Properties): leasehold.v1.PeerFrame;
             * }}
             */
            PeerFrame.create = function(properties) {
                return new PeerFrame(properties);
            };

            /**
             * Encodes the specified PeerFrame message. Does not implicitly {@link leasehold.v1.PeerFrame.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerFrame
             * @static
             * @param {leasehold.v1.PeerFrame.$Properties} message PeerFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        $root.leasehold.v1.PeerEnvelope.encode(message.envelopes[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerFrame message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerFrame & leasehold.v1.PeerFrame.$Shape} PeerFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerFrame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push($root.leasehold.v1.PeerEnvelope.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerFrame message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerFrame
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerFrame} PeerFrame
             */
            PeerFrame.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerFrame)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerFrame: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerFrame();
                if (object.format != null)
                    if ($Number(object.format) !== 0)
                        message.format = object.format >>> 0;
                if (object.envelopes) {
                    if (!$Array.isArray(object.envelopes))
                        throw $TypeError(".leasehold.v1.PeerFrame.envelopes: array expected");
                    message.envelopes = $Array(object.envelopes.length);
                    for (let i = 0; i < object.envelopes.length; ++i) {
                        if (!$util.isObject(object.envelopes[i]))
                            throw $TypeError(".leasehold.v1.PeerFrame.envelopes: object expected");
                        message.envelopes[i] = $root.leasehold.v1.PeerEnvelope.fromObject(object.envelopes[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerFrame message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerFrame
             * @static
             * @param {leasehold.v1.PeerFrame} message PeerFrame
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerFrame.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.envelopes = [];
                if (options.defaults)
                    object.format = 0;
                if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                    object.format = message.format;
                if (message.envelopes && message.envelopes.length) {
                    object.envelopes = $Array(message.envelopes.length);
                    for (let j = 0; j < message.envelopes.length; ++j)
                        object.envelopes[j] = $root.leasehold.v1.PeerEnvelope.toObject(message.envelopes[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this PeerFrame to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerFrame
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerFrame.prototype.toJSON = function() {
                return PeerFrame.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerFrame;
        })();

        v1.PeerEnvelope = (function() {

            /**
             * Properties of a PeerEnvelope.
             * @typedef {Object} leasehold.v1.PeerEnvelope.$Properties
             * @property {leasehold.v1.PeerRaft.$Properties|null} [raft] PeerEnvelope raft
             * @property {leasehold.v1.PeerPropose.$Properties|null} [propose] PeerEnvelope propose
             * @property {leasehold.v1.PeerProposed.$Properties|null} [proposed] PeerEnvelope proposed
             * @property {"raft"|"propose"|"proposed"} [body] PeerEnvelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerEnvelope.
             * @memberof leasehold.v1
             * @interface IPeerEnvelope
             * @augments leasehold.v1.PeerEnvelope.$Properties
             * @deprecated Use leasehold.v1.PeerEnvelope.$Properties instead.
             */

            /**
             * Narrowed shape of a PeerEnvelope.
             * @typedef {{
             *   raft?: leasehold.v1.PeerRaft.$Shape|null;
             *   propose?: leasehold.v1.PeerPropose.$Shape|null;
             *   proposed?: leasehold.v1.PeerProposed.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; raft?: null; propose?: null; proposed?: null }|{ body?: "raft"; raft: leasehold.v1.PeerRaft.$Shape; propose?: null; proposed?: null }|{ body?: "propose"; raft?: null; propose: leasehold.v1.PeerPropose.$Shape; proposed?: null }|{ body?: "proposed"; raft?: null; propose?: null; proposed: leasehold.v1.PeerProposed.$Shape })
             * )} leasehold.v1.PeerEnvelope.$Shape
             */

            /**
             * Constructs a new PeerEnvelope.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerEnvelope.
             * @constructor
             * @param {leasehold.v1.PeerEnvelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerEnvelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerEnvelope raft.
             * @member {leasehold.v1.PeerRaft|null} raft
             * @memberof leasehold.v1.PeerEnvelope
             * @instance
             */
            PeerEnvelope.prototype.raft = null;

            /**
             * PeerEnvelope propose.
             * @member {leasehold.v1.PeerPropose|null} propose
             * @memberof leasehold.v1.PeerEnvelope
             * @instance
             */
            PeerEnvelope.prototype.propose = null;

            /**
             * PeerEnvelope proposed.
             * @member {leasehold.v1.PeerProposed|null} proposed
             * @memberof leasehold.v1.PeerEnvelope
             * @instance
             */
            PeerEnvelope.prototype.proposed = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PeerEnvelope body.
             * @member {"raft"|"propose"|"proposed"|undefined} body
             * @memberof leasehold.v1.PeerEnvelope
             * @instance
             */
            $Object.defineProperty(PeerEnvelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["raft", "propose", "proposed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PeerEnvelope instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerEnvelope
             * @static
             * @param {leasehold.v1.PeerEnvelope.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerEnvelope} PeerEnvelope instance
             * @type {{
             *   (properties: leasehold.v1.PeerEnvelope.$Shape): leasehold.v1.PeerEnvelope & leasehold.v1.PeerEnvelope.$Shape;
             *   (properties?: leasehold.v1.PeerEnvelope.$Properties): leasehold.v1.PeerEnvelope;
             * }}
             */
            PeerEnvelope.create = function(properties) {
                return new PeerEnvelope(properties);
            };

            /**
             * Encodes the specified PeerEnvelope message. Does not implicitly {@link leasehold.v1.PeerEnvelope.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerEnvelope
             * @static
             * @param {leasehold.v1.PeerEnvelope.$Properties} message PeerEnvelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerEnvelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.raft != null && $Object.hasOwnProperty.call(message, "raft"))
                    $root.leasehold.v1.PeerRaft.encode(message.raft, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.propose != null && $Object.hasOwnProperty.call(message, "propose"))
                    $root.leasehold.v1.PeerPropose.encode(message.propose, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.proposed != null && $Object.hasOwnProperty.call(message, "proposed"))
                    $root.leasehold.v1.PeerProposed.encode(message.proposed, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerEnvelope message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerEnvelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerEnvelope & leasehold.v1.PeerEnvelope.$Shape} PeerEnvelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerEnvelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerEnvelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.raft = $root.leasehold.v1.PeerRaft.decode(reader, reader.size(), $undefined, _depth + 1, message.raft);
                            message.body = "raft";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.propose = $root.leasehold.v1.PeerPropose.decode(reader, reader.size(), $undefined, _depth + 1, message.propose);
                            message.body = "propose";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.proposed = $root.leasehold.v1.PeerProposed.decode(reader, reader.size(), $undefined, _depth + 1, message.proposed);
                            message.body = "proposed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerEnvelope message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerEnvelope
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerEnvelope} PeerEnvelope
             */
            PeerEnvelope.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerEnvelope)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerEnvelope: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerEnvelope();
                if (object.raft != null) {
                    if (!$util.isObject(object.raft))
                        throw $TypeError(".leasehold.v1.PeerEnvelope.raft: object expected");
                    message.raft = $root.leasehold.v1.PeerRaft.fromObject(object.raft, _depth + 1);
                }
                if (object.propose != null) {
                    if (!$util.isObject(object.propose))
                        throw $TypeError(".leasehold.v1.PeerEnvelope.propose: object expected");
                    message.propose = $root.leasehold.v1.PeerPropose.fromObject(object.propose, _depth + 1);
                }
                if (object.proposed != null) {
                    if (!$util.isObject(object.proposed))
                        throw $TypeError(".leasehold.v1.PeerEnvelope.proposed: object expected");
                    message.proposed = $root.leasehold.v1.PeerProposed.fromObject(object.proposed, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerEnvelope message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerEnvelope
             * @static
             * @param {leasehold.v1.PeerEnvelope} message PeerEnvelope
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerEnvelope.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.raft != null && $Object.hasOwnProperty.call(message, "raft")) {
                    object.raft = $root.leasehold.v1.PeerRaft.toObject(message.raft, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "raft";
                }
                if (message.propose != null && $Object.hasOwnProperty.call(message, "propose")) {
                    object.propose = $root.leasehold.v1.PeerPropose.toObject(message.propose, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "propose";
                }
                if (message.proposed != null && $Object.hasOwnProperty.call(message, "proposed")) {
                    object.proposed = $root.leasehold.v1.PeerProposed.toObject(message.proposed, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "proposed";
                }
                return object;
            };

            /**
             * Converts this PeerEnvelope to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerEnvelope
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerEnvelope.prototype.toJSON = function() {
                return PeerEnvelope.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerEnvelope;
        })();

        v1.PeerRaft = (function() {

            /**
             * Properties of a PeerRaft.
             * @typedef {Object} leasehold.v1.PeerRaft.$Properties
             * @property {Long} [term] PeerRaft term
             * @property {Array.<leasehold.v1.PeerAge.$Properties>} [ages] PeerRaft ages
             * @property {leasehold.v1.PeerRaft.PreVoteRequest.$Properties|null} [preVoteRequest] PeerRaft preVoteRequest
             * @property {leasehold.v1.PeerRaft.PreVoteResponse.$Properties|null} [preVoteResponse] PeerRaft preVoteResponse
             * @property {leasehold.v1.PeerRaft.VoteRequest.$Properties|null} [voteRequest] PeerRaft voteRequest
             * @property {leasehold.v1.PeerRaft.VoteResponse.$Properties|null} [voteResponse] PeerRaft voteResponse
             * @property {leasehold.v1.PeerRaft.AppendRequest.$Properties|null} [appendRequest] PeerRaft appendRequest
             * @property {leasehold.v1.PeerRaft.AppendResponse.$Properties|null} [appendResponse] PeerRaft appendResponse
             * @property {leasehold.v1.PeerRaft.TimeoutNow.$Properties|null} [timeoutNow] PeerRaft timeoutNow
             * @property {"preVoteRequest"|"preVoteResponse"|"voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"timeoutNow"} [message] PeerRaft message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerRaft.
             * @memberof leasehold.v1
             * @interface IPeerRaft
             * @augments leasehold.v1.PeerRaft.$Properties
             * @deprecated Use leasehold.v1.PeerRaft.$Properties instead.
             */

            /**
             * Narrowed shape of a PeerRaft.
             * @typedef {{
             *   term?: Long;
             *   ages?: Array.<leasehold.v1.PeerAge.$Shape>;
             *   preVoteRequest?: leasehold.v1.PeerRaft.PreVoteRequest.$Shape|null;
             *   preVoteResponse?: leasehold.v1.PeerRaft.PreVoteResponse.$Shape|null;
             *   voteRequest?: leasehold.v1.PeerRaft.VoteRequest.$Shape|null;
             *   voteResponse?: leasehold.v1.PeerRaft.VoteResponse.$Shape|null;
             *   appendRequest?: leasehold.v1.PeerRaft.AppendRequest.$Shape|null;
             *   appendResponse?: leasehold.v1.PeerRaft.AppendResponse.$Shape|null;
             *   timeoutNow?: leasehold.v1.PeerRaft.TimeoutNow.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ message?: undefined; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "preVoteRequest"; preVoteRequest: leasehold.v1.PeerRaft.PreVoteRequest.$Shape; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "preVoteResponse"; preVoteRequest?: null; preVoteResponse: leasehold.v1.PeerRaft.PreVoteResponse.$Shape; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "voteRequest"; preVoteRequest?: null; preVoteResponse?: null; voteRequest: leasehold.v1.PeerRaft.VoteRequest.$Shape; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "voteResponse"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse: leasehold.v1.PeerRaft.VoteResponse.$Shape; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "appendRequest"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest: leasehold.v1.PeerRaft.AppendRequest.$Shape; appendResponse?: null; timeoutNow?: null }|{ message?: "appendResponse"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse: leasehold.v1.PeerRaft.AppendResponse.$Shape; timeoutNow?: null }|{ message?: "timeoutNow"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow: leasehold.v1.PeerRaft.TimeoutNow.$Shape })
             * )} leasehold.v1.PeerRaft.$Shape
             */

            /**
             * Constructs a new PeerRaft.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerRaft.
             * @constructor
             * @param {leasehold.v1.PeerRaft.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerRaft = function (properties) {
                this.ages = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerRaft term.
             * @member {Long} term
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerRaft ages.
             * @member {Array.<leasehold.v1.PeerAge>} ages
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.ages = $util.emptyArray;

            /**
             * PeerRaft preVoteRequest.
             * @member {leasehold.v1.PeerRaft.PreVoteRequest|null} preVoteRequest
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.preVoteRequest = null;

            /**
             * PeerRaft preVoteResponse.
             * @member {leasehold.v1.PeerRaft.PreVoteResponse|null} preVoteResponse
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.preVoteResponse = null;

            /**
             * PeerRaft voteRequest.
             * @member {leasehold.v1.PeerRaft.VoteRequest|null} voteRequest
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.voteRequest = null;

            /**
             * PeerRaft voteResponse.
             * @member {leasehold.v1.PeerRaft.VoteResponse|null} voteResponse
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.voteResponse = null;

            /**
             * PeerRaft appendRequest.
             * @member {leasehold.v1.PeerRaft.AppendRequest|null} appendRequest
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.appendRequest = null;

            /**
             * PeerRaft appendResponse.
             * @member {leasehold.v1.PeerRaft.AppendResponse|null} appendResponse
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.appendResponse = null;

            /**
             * PeerRaft timeoutNow.
             * @member {leasehold.v1.PeerRaft.TimeoutNow|null} timeoutNow
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            PeerRaft.prototype.timeoutNow = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PeerRaft message.
             * @member {"preVoteRequest"|"preVoteResponse"|"voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"timeoutNow"|undefined} message
             * @memberof leasehold.v1.PeerRaft
             * @instance
             */
            $Object.defineProperty(PeerRaft.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["preVoteRequest", "preVoteResponse", "voteRequest", "voteResponse", "appendRequest", "appendResponse", "timeoutNow"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PeerRaft instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerRaft
             * @static
             * @param {leasehold.v1.PeerRaft.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerRaft} PeerRaft instance
             * @type {{
             *   (properties: leasehold.v1.PeerRaft.$Shape): leasehold.v1.PeerRaft & leasehold.v1.PeerRaft.$Shape;
             *   (properties?: leasehold.v1.PeerRaft.$Properties): leasehold.v1.PeerRaft;
             * }}
             */
            PeerRaft.create = function(properties) {
                return new PeerRaft(properties);
            };

            /**
             * Encodes the specified PeerRaft message. Does not implicitly {@link leasehold.v1.PeerRaft.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerRaft
             * @static
             * @param {leasehold.v1.PeerRaft.$Properties} message PeerRaft message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerRaft.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
                if (message.ages != null && message.ages.length)
                    for (let i = 0; i < message.ages.length; ++i)
                        $root.leasehold.v1.PeerAge.encode(message.ages[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.preVoteRequest != null && $Object.hasOwnProperty.call(message, "preVoteRequest"))
                    $root.leasehold.v1.PeerRaft.PreVoteRequest.encode(message.preVoteRequest, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.preVoteResponse != null && $Object.hasOwnProperty.call(message, "preVoteResponse"))
                    $root.leasehold.v1.PeerRaft.PreVoteResponse.encode(message.preVoteResponse, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.voteRequest != null && $Object.hasOwnProperty.call(message, "voteRequest"))
                    $root.leasehold.v1.PeerRaft.VoteRequest.encode(message.voteRequest, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.voteResponse != null && $Object.hasOwnProperty.call(message, "voteResponse"))
                    $root.leasehold.v1.PeerRaft.VoteResponse.encode(message.voteResponse, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.appendRequest != null && $Object.hasOwnProperty.call(message, "appendRequest"))
                    $root.leasehold.v1.PeerRaft.AppendRequest.encode(message.appendRequest, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.appendResponse != null && $Object.hasOwnProperty.call(message, "appendResponse"))
                    $root.leasehold.v1.PeerRaft.AppendResponse.encode(message.appendResponse, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.timeoutNow != null && $Object.hasOwnProperty.call(message, "timeoutNow"))
                    $root.leasehold.v1.PeerRaft.TimeoutNow.encode(message.timeoutNow, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerRaft message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerRaft
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerRaft & leasehold.v1.PeerRaft.$Shape} PeerRaft
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerRaft.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerRaft();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ages && message.ages.length))
                                message.ages = [];
                            message.ages.push($root.leasehold.v1.PeerAge.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.preVoteRequest = $root.leasehold.v1.PeerRaft.PreVoteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.preVoteRequest);
                            message.message = "preVoteRequest";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.preVoteResponse = $root.leasehold.v1.PeerRaft.PreVoteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.preVoteResponse);
                            message.message = "preVoteResponse";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.voteRequest = $root.leasehold.v1.PeerRaft.VoteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.voteRequest);
                            message.message = "voteRequest";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.voteResponse = $root.leasehold.v1.PeerRaft.VoteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.voteResponse);
                            message.message = "voteResponse";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.appendRequest = $root.leasehold.v1.PeerRaft.AppendRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.appendRequest);
                            message.message = "appendRequest";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.appendResponse = $root.leasehold.v1.PeerRaft.AppendResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.appendResponse);
                            message.message = "appendResponse";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.timeoutNow = $root.leasehold.v1.PeerRaft.TimeoutNow.decode(reader, reader.size(), $undefined, _depth + 1, message.timeoutNow);
                            message.message = "timeoutNow";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerRaft message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerRaft
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerRaft} PeerRaft
             */
            PeerRaft.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerRaft)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerRaft: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerRaft();
                if (object.term != null)
                    if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                        if ($util.Long)
                            message.term = $util.Long.fromValue(object.term, true);
                        else if (typeof object.term === "string")
                            message.term = $parseInt(object.term, 10);
                        else if (typeof object.term === "number")
                            message.term = object.term;
                        else if (typeof object.term === "object")
                            message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                if (object.ages) {
                    if (!$Array.isArray(object.ages))
                        throw $TypeError(".leasehold.v1.PeerRaft.ages: array expected");
                    message.ages = $Array(object.ages.length);
                    for (let i = 0; i < object.ages.length; ++i) {
                        if (!$util.isObject(object.ages[i]))
                            throw $TypeError(".leasehold.v1.PeerRaft.ages: object expected");
                        message.ages[i] = $root.leasehold.v1.PeerAge.fromObject(object.ages[i], _depth + 1);
                    }
                }
                if (object.preVoteRequest != null) {
                    if (!$util.isObject(object.preVoteRequest))
                        throw $TypeError(".leasehold.v1.PeerRaft.preVoteRequest: object expected");
                    message.preVoteRequest = $root.leasehold.v1.PeerRaft.PreVoteRequest.fromObject(object.preVoteRequest, _depth + 1);
                }
                if (object.preVoteResponse != null) {
                    if (!$util.isObject(object.preVoteResponse))
                        throw $TypeError(".leasehold.v1.PeerRaft.preVoteResponse: object expected");
                    message.preVoteResponse = $root.leasehold.v1.PeerRaft.PreVoteResponse.fromObject(object.preVoteResponse, _depth + 1);
                }
                if (object.voteRequest != null) {
                    if (!$util.isObject(object.voteRequest))
                        throw $TypeError(".leasehold.v1.PeerRaft.voteRequest: object expected");
                    message.voteRequest = $root.leasehold.v1.PeerRaft.VoteRequest.fromObject(object.voteRequest, _depth + 1);
                }
                if (object.voteResponse != null) {
                    if (!$util.isObject(object.voteResponse))
                        throw $TypeError(".leasehold.v1.PeerRaft.voteResponse: object expected");
                    message.voteResponse = $root.leasehold.v1.PeerRaft.VoteResponse.fromObject(object.voteResponse, _depth + 1);
                }
                if (object.appendRequest != null) {
                    if (!$util.isObject(object.appendRequest))
                        throw $TypeError(".leasehold.v1.PeerRaft.appendRequest: object expected");
                    message.appendRequest = $root.leasehold.v1.PeerRaft.AppendRequest.fromObject(object.appendRequest, _depth + 1);
                }
                if (object.appendResponse != null) {
                    if (!$util.isObject(object.appendResponse))
                        throw $TypeError(".leasehold.v1.PeerRaft.appendResponse: object expected");
                    message.appendResponse = $root.leasehold.v1.PeerRaft.AppendResponse.fromObject(object.appendResponse, _depth + 1);
                }
                if (object.timeoutNow != null) {
                    if (!$util.isObject(object.timeoutNow))
                        throw $TypeError(".leasehold.v1.PeerRaft.timeoutNow: object expected");
                    message.timeoutNow = $root.leasehold.v1.PeerRaft.TimeoutNow.fromObject(object.timeoutNow, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerRaft message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerRaft
             * @static
             * @param {leasehold.v1.PeerRaft} message PeerRaft
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerRaft.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.ages = [];
                if (options.defaults)
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                    else if (typeof message.term === "number")
                        object.term = options.longs === $String ? $String(message.term) : message.term;
                    else
                        object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                if (message.ages && message.ages.length) {
                    object.ages = $Array(message.ages.length);
                    for (let j = 0; j < message.ages.length; ++j)
                        object.ages[j] = $root.leasehold.v1.PeerAge.toObject(message.ages[j], options, _depth + 1);
                }
                if (message.preVoteRequest != null && $Object.hasOwnProperty.call(message, "preVoteRequest")) {
                    object.preVoteRequest = $root.leasehold.v1.PeerRaft.PreVoteRequest.toObject(message.preVoteRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "preVoteRequest";
                }
                if (message.preVoteResponse != null && $Object.hasOwnProperty.call(message, "preVoteResponse")) {
                    object.preVoteResponse = $root.leasehold.v1.PeerRaft.PreVoteResponse.toObject(message.preVoteResponse, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "preVoteResponse";
                }
                if (message.voteRequest != null && $Object.hasOwnProperty.call(message, "voteRequest")) {
                    object.voteRequest = $root.leasehold.v1.PeerRaft.VoteRequest.toObject(message.voteRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "voteRequest";
                }
                if (message.voteResponse != null && $Object.hasOwnProperty.call(message, "voteResponse")) {
                    object.voteResponse = $root.leasehold.v1.PeerRaft.VoteResponse.toObject(message.voteResponse, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "voteResponse";
                }
                if (message.appendRequest != null && $Object.hasOwnProperty.call(message, "appendRequest")) {
                    object.appendRequest = $root.leasehold.v1.PeerRaft.AppendRequest.toObject(message.appendRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "appendRequest";
                }
                if (message.appendResponse != null && $Object.hasOwnProperty.call(message, "appendResponse")) {
                    object.appendResponse = $root.leasehold.v1.PeerRaft.AppendResponse.toObject(message.appendResponse, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "appendResponse";
                }
                if (message.timeoutNow != null && $Object.hasOwnProperty.call(message, "timeoutNow")) {
                    object.timeoutNow = $root.leasehold.v1.PeerRaft.TimeoutNow.toObject(message.timeoutNow, options, _depth + 1);
                    if (options.oneofs)
                        object.message = "timeoutNow";
                }
                return object;
            };

            /**
             * Converts this PeerRaft to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerRaft
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerRaft.prototype.toJSON = function() {
                return PeerRaft.toObject(this, $protobuf.util.toJSONOptions);
            };

            PeerRaft.PreVoteRequest = (function() {

                /**
                 * Properties of a PreVoteRequest.
                 * @typedef {Object} leasehold.v1.PeerRaft.PreVoteRequest.$Properties
                 * @property {Long} [lastIndex] PreVoteRequest lastIndex
                 * @property {Long} [lastTerm] PreVoteRequest lastTerm
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PreVoteRequest.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IPreVoteRequest
                 * @augments leasehold.v1.PeerRaft.PreVoteRequest.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.PreVoteRequest.$Properties instead.
                 */

                /**
                 * Shape of a PreVoteRequest.
                 * @typedef {leasehold.v1.PeerRaft.PreVoteRequest.$Properties} leasehold.v1.PeerRaft.PreVoteRequest.$Shape
                 */

                /**
                 * Constructs a new PreVoteRequest.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents a PreVoteRequest.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.PreVoteRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PreVoteRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PreVoteRequest lastIndex.
                 * @member {Long} lastIndex
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @instance
                 */
                PreVoteRequest.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PreVoteRequest lastTerm.
                 * @member {Long} lastTerm
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @instance
                 */
                PreVoteRequest.prototype.lastTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new PreVoteRequest instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.PreVoteRequest.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.PreVoteRequest} PreVoteRequest instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.PreVoteRequest.$Shape): leasehold.v1.PeerRaft.PreVoteRequest & leasehold.v1.PeerRaft.PreVoteRequest.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.PreVoteRequest.$Properties): leasehold.v1.PeerRaft.PreVoteRequest;
                 * }}
                 */
                PreVoteRequest.create = function(properties) {
                    return new PreVoteRequest(properties);
                };

                /**
                 * Encodes the specified PreVoteRequest message. Does not implicitly {@link leasehold.v1.PeerRaft.PreVoteRequest.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.PreVoteRequest.$Properties} message PreVoteRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PreVoteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.lastIndex);
                    if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm") && (typeof message.lastTerm === "object" ? message.lastTerm.low || message.lastTerm.high : message.lastTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lastTerm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PreVoteRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.PreVoteRequest & leasehold.v1.PeerRaft.PreVoteRequest.$Shape} PreVoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PreVoteRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.PreVoteRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastIndex = value;
                                else
                                    delete message.lastIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastTerm = value;
                                else
                                    delete message.lastTerm;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a PreVoteRequest message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.PreVoteRequest} PreVoteRequest
                 */
                PreVoteRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.PreVoteRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.PreVoteRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.PreVoteRequest();
                    if (object.lastIndex != null)
                        if (typeof object.lastIndex === "object" ? object.lastIndex.low || object.lastIndex.high : $Number(object.lastIndex) !== 0)
                            if ($util.Long)
                                message.lastIndex = $util.Long.fromValue(object.lastIndex, true);
                            else if (typeof object.lastIndex === "string")
                                message.lastIndex = $parseInt(object.lastIndex, 10);
                            else if (typeof object.lastIndex === "number")
                                message.lastIndex = object.lastIndex;
                            else if (typeof object.lastIndex === "object")
                                message.lastIndex = new $util.LongBits(object.lastIndex.low >>> 0, object.lastIndex.high >>> 0).toNumber(true);
                    if (object.lastTerm != null)
                        if (typeof object.lastTerm === "object" ? object.lastTerm.low || object.lastTerm.high : $Number(object.lastTerm) !== 0)
                            if ($util.Long)
                                message.lastTerm = $util.Long.fromValue(object.lastTerm, true);
                            else if (typeof object.lastTerm === "string")
                                message.lastTerm = $parseInt(object.lastTerm, 10);
                            else if (typeof object.lastTerm === "number")
                                message.lastTerm = object.lastTerm;
                            else if (typeof object.lastTerm === "object")
                                message.lastTerm = new $util.LongBits(object.lastTerm.low >>> 0, object.lastTerm.high >>> 0).toNumber(true);
                    return message;
                };

                /**
                 * Creates a plain object from a PreVoteRequest message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.PreVoteRequest} message PreVoteRequest
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                PreVoteRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.lastIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.lastIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.lastTerm = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.lastTerm = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.lastIndex = typeof message.lastIndex === "number" ? $BigInt(message.lastIndex) : $util.Long.fromBits(message.lastIndex.low >>> 0, message.lastIndex.high >>> 0, true).toBigInt();
                        else if (typeof message.lastIndex === "number")
                            object.lastIndex = options.longs === $String ? $String(message.lastIndex) : message.lastIndex;
                        else
                            object.lastIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.lastIndex) : options.longs === $Number ? new $util.LongBits(message.lastIndex.low >>> 0, message.lastIndex.high >>> 0).toNumber(true) : message.lastIndex;
                    if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.lastTerm = typeof message.lastTerm === "number" ? $BigInt(message.lastTerm) : $util.Long.fromBits(message.lastTerm.low >>> 0, message.lastTerm.high >>> 0, true).toBigInt();
                        else if (typeof message.lastTerm === "number")
                            object.lastTerm = options.longs === $String ? $String(message.lastTerm) : message.lastTerm;
                        else
                            object.lastTerm = options.longs === $String ? $util.Long.prototype.toString.call(message.lastTerm) : options.longs === $Number ? new $util.LongBits(message.lastTerm.low >>> 0, message.lastTerm.high >>> 0).toNumber(true) : message.lastTerm;
                    return object;
                };

                /**
                 * Converts this PreVoteRequest to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.PreVoteRequest
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                PreVoteRequest.prototype.toJSON = function() {
                    return PreVoteRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PreVoteRequest;
            })();

            PeerRaft.PreVoteResponse = (function() {

                /**
                 * Properties of a PreVoteResponse.
                 * @typedef {Object} leasehold.v1.PeerRaft.PreVoteResponse.$Properties
                 * @property {Long} [requestTerm] PreVoteResponse requestTerm
                 * @property {boolean} [granted] PreVoteResponse granted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PreVoteResponse.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IPreVoteResponse
                 * @augments leasehold.v1.PeerRaft.PreVoteResponse.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.PreVoteResponse.$Properties instead.
                 */

                /**
                 * Shape of a PreVoteResponse.
                 * @typedef {leasehold.v1.PeerRaft.PreVoteResponse.$Properties} leasehold.v1.PeerRaft.PreVoteResponse.$Shape
                 */

                /**
                 * Constructs a new PreVoteResponse.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents a PreVoteResponse.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.PreVoteResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PreVoteResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PreVoteResponse requestTerm.
                 * @member {Long} requestTerm
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @instance
                 */
                PreVoteResponse.prototype.requestTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PreVoteResponse granted.
                 * @member {boolean} granted
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @instance
                 */
                PreVoteResponse.prototype.granted = false;

                /**
                 * Creates a new PreVoteResponse instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.PreVoteResponse.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.PreVoteResponse} PreVoteResponse instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.PreVoteResponse.$Shape): leasehold.v1.PeerRaft.PreVoteResponse & leasehold.v1.PeerRaft.PreVoteResponse.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.PreVoteResponse.$Properties): leasehold.v1.PeerRaft.PreVoteResponse;
                 * }}
                 */
                PreVoteResponse.create = function(properties) {
                    return new PreVoteResponse(properties);
                };

                /**
                 * Encodes the specified PreVoteResponse message. Does not implicitly {@link leasehold.v1.PeerRaft.PreVoteResponse.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.PreVoteResponse.$Properties} message PreVoteResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PreVoteResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.requestTerm != null && $Object.hasOwnProperty.call(message, "requestTerm") && (typeof message.requestTerm === "object" ? message.requestTerm.low || message.requestTerm.high : message.requestTerm !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.requestTerm);
                    if (message.granted != null && $Object.hasOwnProperty.call(message, "granted") && message.granted !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.granted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PreVoteResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.PreVoteResponse & leasehold.v1.PeerRaft.PreVoteResponse.$Shape} PreVoteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PreVoteResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.PreVoteResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.requestTerm = value;
                                else
                                    delete message.requestTerm;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.granted = value;
                                else
                                    delete message.granted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a PreVoteResponse message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.PreVoteResponse} PreVoteResponse
                 */
                PreVoteResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.PreVoteResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.PreVoteResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.PreVoteResponse();
                    if (object.requestTerm != null)
                        if (typeof object.requestTerm === "object" ? object.requestTerm.low || object.requestTerm.high : $Number(object.requestTerm) !== 0)
                            if ($util.Long)
                                message.requestTerm = $util.Long.fromValue(object.requestTerm, true);
                            else if (typeof object.requestTerm === "string")
                                message.requestTerm = $parseInt(object.requestTerm, 10);
                            else if (typeof object.requestTerm === "number")
                                message.requestTerm = object.requestTerm;
                            else if (typeof object.requestTerm === "object")
                                message.requestTerm = new $util.LongBits(object.requestTerm.low >>> 0, object.requestTerm.high >>> 0).toNumber(true);
                    if (object.granted != null)
                        if (object.granted)
                            message.granted = $Boolean(object.granted);
                    return message;
                };

                /**
                 * Creates a plain object from a PreVoteResponse message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.PreVoteResponse} message PreVoteResponse
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                PreVoteResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.requestTerm = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.requestTerm = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.granted = false;
                    }
                    if (message.requestTerm != null && $Object.hasOwnProperty.call(message, "requestTerm"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.requestTerm = typeof message.requestTerm === "number" ? $BigInt(message.requestTerm) : $util.Long.fromBits(message.requestTerm.low >>> 0, message.requestTerm.high >>> 0, true).toBigInt();
                        else if (typeof message.requestTerm === "number")
                            object.requestTerm = options.longs === $String ? $String(message.requestTerm) : message.requestTerm;
                        else
                            object.requestTerm = options.longs === $String ? $util.Long.prototype.toString.call(message.requestTerm) : options.longs === $Number ? new $util.LongBits(message.requestTerm.low >>> 0, message.requestTerm.high >>> 0).toNumber(true) : message.requestTerm;
                    if (message.granted != null && $Object.hasOwnProperty.call(message, "granted"))
                        object.granted = message.granted;
                    return object;
                };

                /**
                 * Converts this PreVoteResponse to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.PreVoteResponse
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                PreVoteResponse.prototype.toJSON = function() {
                    return PreVoteResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PreVoteResponse;
            })();

            PeerRaft.VoteRequest = (function() {

                /**
                 * Properties of a VoteRequest.
                 * @typedef {Object} leasehold.v1.PeerRaft.VoteRequest.$Properties
                 * @property {Long} [lastIndex] VoteRequest lastIndex
                 * @property {Long} [lastTerm] VoteRequest lastTerm
                 * @property {boolean} [transfer] VoteRequest transfer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteRequest.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IVoteRequest
                 * @augments leasehold.v1.PeerRaft.VoteRequest.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.VoteRequest.$Properties instead.
                 */

                /**
                 * Shape of a VoteRequest.
                 * @typedef {leasehold.v1.PeerRaft.VoteRequest.$Properties} leasehold.v1.PeerRaft.VoteRequest.$Shape
                 */

                /**
                 * Constructs a new VoteRequest.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents a VoteRequest.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.VoteRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteRequest lastIndex.
                 * @member {Long} lastIndex
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * VoteRequest lastTerm.
                 * @member {Long} lastTerm
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.lastTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * VoteRequest transfer.
                 * @member {boolean} transfer
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.transfer = false;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.VoteRequest.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.VoteRequest} VoteRequest instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.VoteRequest.$Shape): leasehold.v1.PeerRaft.VoteRequest & leasehold.v1.PeerRaft.VoteRequest.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.VoteRequest.$Properties): leasehold.v1.PeerRaft.VoteRequest;
                 * }}
                 */
                VoteRequest.create = function(properties) {
                    return new VoteRequest(properties);
                };

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link leasehold.v1.PeerRaft.VoteRequest.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.VoteRequest.$Properties} message VoteRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.lastIndex);
                    if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm") && (typeof message.lastTerm === "object" ? message.lastTerm.low || message.lastTerm.high : message.lastTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lastTerm);
                    if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.transfer);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.VoteRequest & leasehold.v1.PeerRaft.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.VoteRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastIndex = value;
                                else
                                    delete message.lastIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastTerm = value;
                                else
                                    delete message.lastTerm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.transfer = value;
                                else
                                    delete message.transfer;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a VoteRequest message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.VoteRequest} VoteRequest
                 */
                VoteRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.VoteRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.VoteRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.VoteRequest();
                    if (object.lastIndex != null)
                        if (typeof object.lastIndex === "object" ? object.lastIndex.low || object.lastIndex.high : $Number(object.lastIndex) !== 0)
                            if ($util.Long)
                                message.lastIndex = $util.Long.fromValue(object.lastIndex, true);
                            else if (typeof object.lastIndex === "string")
                                message.lastIndex = $parseInt(object.lastIndex, 10);
                            else if (typeof object.lastIndex === "number")
                                message.lastIndex = object.lastIndex;
                            else if (typeof object.lastIndex === "object")
                                message.lastIndex = new $util.LongBits(object.lastIndex.low >>> 0, object.lastIndex.high >>> 0).toNumber(true);
                    if (object.lastTerm != null)
                        if (typeof object.lastTerm === "object" ? object.lastTerm.low || object.lastTerm.high : $Number(object.lastTerm) !== 0)
                            if ($util.Long)
                                message.lastTerm = $util.Long.fromValue(object.lastTerm, true);
                            else if (typeof object.lastTerm === "string")
                                message.lastTerm = $parseInt(object.lastTerm, 10);
                            else if (typeof object.lastTerm === "number")
                                message.lastTerm = object.lastTerm;
                            else if (typeof object.lastTerm === "object")
                                message.lastTerm = new $util.LongBits(object.lastTerm.low >>> 0, object.lastTerm.high >>> 0).toNumber(true);
                    if (object.transfer != null)
                        if (object.transfer)
                            message.transfer = $Boolean(object.transfer);
                    return message;
                };

                /**
                 * Creates a plain object from a VoteRequest message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.VoteRequest} message VoteRequest
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                VoteRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.lastIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.lastIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.lastTerm = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.lastTerm = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.transfer = false;
                    }
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.lastIndex = typeof message.lastIndex === "number" ? $BigInt(message.lastIndex) : $util.Long.fromBits(message.lastIndex.low >>> 0, message.lastIndex.high >>> 0, true).toBigInt();
                        else if (typeof message.lastIndex === "number")
                            object.lastIndex = options.longs === $String ? $String(message.lastIndex) : message.lastIndex;
                        else
                            object.lastIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.lastIndex) : options.longs === $Number ? new $util.LongBits(message.lastIndex.low >>> 0, message.lastIndex.high >>> 0).toNumber(true) : message.lastIndex;
                    if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.lastTerm = typeof message.lastTerm === "number" ? $BigInt(message.lastTerm) : $util.Long.fromBits(message.lastTerm.low >>> 0, message.lastTerm.high >>> 0, true).toBigInt();
                        else if (typeof message.lastTerm === "number")
                            object.lastTerm = options.longs === $String ? $String(message.lastTerm) : message.lastTerm;
                        else
                            object.lastTerm = options.longs === $String ? $util.Long.prototype.toString.call(message.lastTerm) : options.longs === $Number ? new $util.LongBits(message.lastTerm.low >>> 0, message.lastTerm.high >>> 0).toNumber(true) : message.lastTerm;
                    if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer"))
                        object.transfer = message.transfer;
                    return object;
                };

                /**
                 * Converts this VoteRequest to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.VoteRequest
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                VoteRequest.prototype.toJSON = function() {
                    return VoteRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return VoteRequest;
            })();

            PeerRaft.VoteResponse = (function() {

                /**
                 * Properties of a VoteResponse.
                 * @typedef {Object} leasehold.v1.PeerRaft.VoteResponse.$Properties
                 * @property {boolean} [granted] VoteResponse granted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteResponse.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IVoteResponse
                 * @augments leasehold.v1.PeerRaft.VoteResponse.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.VoteResponse.$Properties instead.
                 */

                /**
                 * Shape of a VoteResponse.
                 * @typedef {leasehold.v1.PeerRaft.VoteResponse.$Properties} leasehold.v1.PeerRaft.VoteResponse.$Shape
                 */

                /**
                 * Constructs a new VoteResponse.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents a VoteResponse.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.VoteResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteResponse granted.
                 * @member {boolean} granted
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @instance
                 */
                VoteResponse.prototype.granted = false;

                /**
                 * Creates a new VoteResponse instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.VoteResponse.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.VoteResponse} VoteResponse instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.VoteResponse.$Shape): leasehold.v1.PeerRaft.VoteResponse & leasehold.v1.PeerRaft.VoteResponse.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.VoteResponse.$Properties): leasehold.v1.PeerRaft.VoteResponse;
                 * }}
                 */
                VoteResponse.create = function(properties) {
                    return new VoteResponse(properties);
                };

                /**
                 * Encodes the specified VoteResponse message. Does not implicitly {@link leasehold.v1.PeerRaft.VoteResponse.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.VoteResponse.$Properties} message VoteResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.granted != null && $Object.hasOwnProperty.call(message, "granted") && message.granted !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.granted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.VoteResponse & leasehold.v1.PeerRaft.VoteResponse.$Shape} VoteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.VoteResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.granted = value;
                                else
                                    delete message.granted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a VoteResponse message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.VoteResponse} VoteResponse
                 */
                VoteResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.VoteResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.VoteResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.VoteResponse();
                    if (object.granted != null)
                        if (object.granted)
                            message.granted = $Boolean(object.granted);
                    return message;
                };

                /**
                 * Creates a plain object from a VoteResponse message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.VoteResponse} message VoteResponse
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                VoteResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.granted = false;
                    if (message.granted != null && $Object.hasOwnProperty.call(message, "granted"))
                        object.granted = message.granted;
                    return object;
                };

                /**
                 * Converts this VoteResponse to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.VoteResponse
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                VoteResponse.prototype.toJSON = function() {
                    return VoteResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return VoteResponse;
            })();

            PeerRaft.AppendRequest = (function() {

                /**
                 * Properties of an AppendRequest.
                 * @typedef {Object} leasehold.v1.PeerRaft.AppendRequest.$Properties
                 * @property {Long} [prevIndex] AppendRequest prevIndex
                 * @property {Long} [prevTerm] AppendRequest prevTerm
                 * @property {Array.<Uint8Array>} [entries] AppendRequest entries
                 * @property {Long} [commit] AppendRequest commit
                 * @property {Long} [round] AppendRequest round
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendRequest.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IAppendRequest
                 * @augments leasehold.v1.PeerRaft.AppendRequest.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.AppendRequest.$Properties instead.
                 */

                /**
                 * Shape of an AppendRequest.
                 * @typedef {leasehold.v1.PeerRaft.AppendRequest.$Properties} leasehold.v1.PeerRaft.AppendRequest.$Shape
                 */

                /**
                 * Constructs a new AppendRequest.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents an AppendRequest.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.AppendRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendRequest = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendRequest prevIndex.
                 * @member {Long} prevIndex
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.prevIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AppendRequest prevTerm.
                 * @member {Long} prevTerm
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.prevTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AppendRequest entries.
                 * @member {Array.<Uint8Array>} entries
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.entries = $util.emptyArray;

                /**
                 * AppendRequest commit.
                 * @member {Long} commit
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AppendRequest round.
                 * @member {Long} round
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.round = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new AppendRequest instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.AppendRequest.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.AppendRequest} AppendRequest instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.AppendRequest.$Shape): leasehold.v1.PeerRaft.AppendRequest & leasehold.v1.PeerRaft.AppendRequest.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.AppendRequest.$Properties): leasehold.v1.PeerRaft.AppendRequest;
                 * }}
                 */
                AppendRequest.create = function(properties) {
                    return new AppendRequest(properties);
                };

                /**
                 * Encodes the specified AppendRequest message. Does not implicitly {@link leasehold.v1.PeerRaft.AppendRequest.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.AppendRequest.$Properties} message AppendRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.prevIndex != null && $Object.hasOwnProperty.call(message, "prevIndex") && (typeof message.prevIndex === "object" ? message.prevIndex.low || message.prevIndex.high : message.prevIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.prevIndex);
                    if (message.prevTerm != null && $Object.hasOwnProperty.call(message, "prevTerm") && (typeof message.prevTerm === "object" ? message.prevTerm.low || message.prevTerm.high : message.prevTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.prevTerm);
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.entries[i]);
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.commit);
                    if (message.round != null && $Object.hasOwnProperty.call(message, "round") && (typeof message.round === "object" ? message.round.low || message.round.high : message.round !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.round);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.AppendRequest & leasehold.v1.PeerRaft.AppendRequest.$Shape} AppendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.AppendRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.prevIndex = value;
                                else
                                    delete message.prevIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.prevTerm = value;
                                else
                                    delete message.prevTerm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push(reader.bytes());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commit = value;
                                else
                                    delete message.commit;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.round = value;
                                else
                                    delete message.round;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates an AppendRequest message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.AppendRequest} AppendRequest
                 */
                AppendRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.AppendRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.AppendRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.AppendRequest();
                    if (object.prevIndex != null)
                        if (typeof object.prevIndex === "object" ? object.prevIndex.low || object.prevIndex.high : $Number(object.prevIndex) !== 0)
                            if ($util.Long)
                                message.prevIndex = $util.Long.fromValue(object.prevIndex, true);
                            else if (typeof object.prevIndex === "string")
                                message.prevIndex = $parseInt(object.prevIndex, 10);
                            else if (typeof object.prevIndex === "number")
                                message.prevIndex = object.prevIndex;
                            else if (typeof object.prevIndex === "object")
                                message.prevIndex = new $util.LongBits(object.prevIndex.low >>> 0, object.prevIndex.high >>> 0).toNumber(true);
                    if (object.prevTerm != null)
                        if (typeof object.prevTerm === "object" ? object.prevTerm.low || object.prevTerm.high : $Number(object.prevTerm) !== 0)
                            if ($util.Long)
                                message.prevTerm = $util.Long.fromValue(object.prevTerm, true);
                            else if (typeof object.prevTerm === "string")
                                message.prevTerm = $parseInt(object.prevTerm, 10);
                            else if (typeof object.prevTerm === "number")
                                message.prevTerm = object.prevTerm;
                            else if (typeof object.prevTerm === "object")
                                message.prevTerm = new $util.LongBits(object.prevTerm.low >>> 0, object.prevTerm.high >>> 0).toNumber(true);
                    if (object.entries) {
                        if (!$Array.isArray(object.entries))
                            throw $TypeError(".leasehold.v1.PeerRaft.AppendRequest.entries: array expected");
                        message.entries = $Array(object.entries.length);
                        for (let i = 0; i < object.entries.length; ++i)
                            if (typeof object.entries[i] === "string")
                                $util.base64.decode(object.entries[i], message.entries[i] = $util.newBuffer($util.base64.length(object.entries[i])), 0);
                            else if (object.entries[i].length >= 0)
                                message.entries[i] = object.entries[i];
                    }
                    if (object.commit != null)
                        if (typeof object.commit === "object" ? object.commit.low || object.commit.high : $Number(object.commit) !== 0)
                            if ($util.Long)
                                message.commit = $util.Long.fromValue(object.commit, true);
                            else if (typeof object.commit === "string")
                                message.commit = $parseInt(object.commit, 10);
                            else if (typeof object.commit === "number")
                                message.commit = object.commit;
                            else if (typeof object.commit === "object")
                                message.commit = new $util.LongBits(object.commit.low >>> 0, object.commit.high >>> 0).toNumber(true);
                    if (object.round != null)
                        if (typeof object.round === "object" ? object.round.low || object.round.high : $Number(object.round) !== 0)
                            if ($util.Long)
                                message.round = $util.Long.fromValue(object.round, true);
                            else if (typeof object.round === "string")
                                message.round = $parseInt(object.round, 10);
                            else if (typeof object.round === "number")
                                message.round = object.round;
                            else if (typeof object.round === "object")
                                message.round = new $util.LongBits(object.round.low >>> 0, object.round.high >>> 0).toNumber(true);
                    return message;
                };

                /**
                 * Creates a plain object from an AppendRequest message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @static
                 * @param {leasehold.v1.PeerRaft.AppendRequest} message AppendRequest
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                AppendRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.entries = [];
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.prevIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.prevIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.prevTerm = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.prevTerm = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.commit = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.commit = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.round = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.round = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.prevIndex != null && $Object.hasOwnProperty.call(message, "prevIndex"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.prevIndex = typeof message.prevIndex === "number" ? $BigInt(message.prevIndex) : $util.Long.fromBits(message.prevIndex.low >>> 0, message.prevIndex.high >>> 0, true).toBigInt();
                        else if (typeof message.prevIndex === "number")
                            object.prevIndex = options.longs === $String ? $String(message.prevIndex) : message.prevIndex;
                        else
                            object.prevIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.prevIndex) : options.longs === $Number ? new $util.LongBits(message.prevIndex.low >>> 0, message.prevIndex.high >>> 0).toNumber(true) : message.prevIndex;
                    if (message.prevTerm != null && $Object.hasOwnProperty.call(message, "prevTerm"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.prevTerm = typeof message.prevTerm === "number" ? $BigInt(message.prevTerm) : $util.Long.fromBits(message.prevTerm.low >>> 0, message.prevTerm.high >>> 0, true).toBigInt();
                        else if (typeof message.prevTerm === "number")
                            object.prevTerm = options.longs === $String ? $String(message.prevTerm) : message.prevTerm;
                        else
                            object.prevTerm = options.longs === $String ? $util.Long.prototype.toString.call(message.prevTerm) : options.longs === $Number ? new $util.LongBits(message.prevTerm.low >>> 0, message.prevTerm.high >>> 0).toNumber(true) : message.prevTerm;
                    if (message.entries && message.entries.length) {
                        object.entries = $Array(message.entries.length);
                        for (let j = 0; j < message.entries.length; ++j)
                            object.entries[j] = options.bytes === $String ? $util.base64.encode(message.entries[j], 0, message.entries[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.entries[j]) : message.entries[j];
                    }
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.commit = typeof message.commit === "number" ? $BigInt(message.commit) : $util.Long.fromBits(message.commit.low >>> 0, message.commit.high >>> 0, true).toBigInt();
                        else if (typeof message.commit === "number")
                            object.commit = options.longs === $String ? $String(message.commit) : message.commit;
                        else
                            object.commit = options.longs === $String ? $util.Long.prototype.toString.call(message.commit) : options.longs === $Number ? new $util.LongBits(message.commit.low >>> 0, message.commit.high >>> 0).toNumber(true) : message.commit;
                    if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.round = typeof message.round === "number" ? $BigInt(message.round) : $util.Long.fromBits(message.round.low >>> 0, message.round.high >>> 0, true).toBigInt();
                        else if (typeof message.round === "number")
                            object.round = options.longs === $String ? $String(message.round) : message.round;
                        else
                            object.round = options.longs === $String ? $util.Long.prototype.toString.call(message.round) : options.longs === $Number ? new $util.LongBits(message.round.low >>> 0, message.round.high >>> 0).toNumber(true) : message.round;
                    return object;
                };

                /**
                 * Converts this AppendRequest to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.AppendRequest
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                AppendRequest.prototype.toJSON = function() {
                    return AppendRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return AppendRequest;
            })();

            PeerRaft.AppendResponse = (function() {

                /**
                 * Properties of an AppendResponse.
                 * @typedef {Object} leasehold.v1.PeerRaft.AppendResponse.$Properties
                 * @property {Long} [round] AppendResponse round
                 * @property {Long|null} [match] AppendResponse match
                 * @property {leasehold.v1.PeerRaft.Rejection.$Properties|null} [rejection] AppendResponse rejection
                 * @property {"match"|"rejection"} [result] AppendResponse result
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendResponse.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IAppendResponse
                 * @augments leasehold.v1.PeerRaft.AppendResponse.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.AppendResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of an AppendResponse.
                 * @typedef {{
                 *   round?: Long;
                 *   match?: Long|null;
                 *   rejection?: leasehold.v1.PeerRaft.Rejection.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ result?: undefined; match?: null; rejection?: null }|{ result?: "match"; match: Long; rejection?: null }|{ result?: "rejection"; match?: null; rejection: leasehold.v1.PeerRaft.Rejection.$Shape })
                 * )} leasehold.v1.PeerRaft.AppendResponse.$Shape
                 */

                /**
                 * Constructs a new AppendResponse.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents an AppendResponse.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.AppendResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendResponse round.
                 * @member {Long} round
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.round = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AppendResponse match.
                 * @member {Long|null} match
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.match = null;

                /**
                 * AppendResponse rejection.
                 * @member {leasehold.v1.PeerRaft.Rejection|null} rejection
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.rejection = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * AppendResponse result.
                 * @member {"match"|"rejection"|undefined} result
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @instance
                 */
                $Object.defineProperty(AppendResponse.prototype, "result", {
                    get: $util.oneOfGetter($oneOfFields = ["match", "rejection"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new AppendResponse instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.AppendResponse.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.AppendResponse} AppendResponse instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.AppendResponse.$Shape): leasehold.v1.PeerRaft.AppendResponse & leasehold.v1.PeerRaft.AppendResponse.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.AppendResponse.$Properties): leasehold.v1.PeerRaft.AppendResponse;
                 * }}
                 */
                AppendResponse.create = function(properties) {
                    return new AppendResponse(properties);
                };

                /**
                 * Encodes the specified AppendResponse message. Does not implicitly {@link leasehold.v1.PeerRaft.AppendResponse.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.AppendResponse.$Properties} message AppendResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.round != null && $Object.hasOwnProperty.call(message, "round") && (typeof message.round === "object" ? message.round.low || message.round.high : message.round !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.round);
                    if (message.match != null && $Object.hasOwnProperty.call(message, "match"))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.match);
                    if (message.rejection != null && $Object.hasOwnProperty.call(message, "rejection"))
                        $root.leasehold.v1.PeerRaft.Rejection.encode(message.rejection, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.AppendResponse & leasehold.v1.PeerRaft.AppendResponse.$Shape} AppendResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.AppendResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.round = value;
                                else
                                    delete message.round;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.match = reader.uint64();
                                message.result = "match";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.rejection = $root.leasehold.v1.PeerRaft.Rejection.decode(reader, reader.size(), $undefined, _depth + 1, message.rejection);
                                message.result = "rejection";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates an AppendResponse message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.AppendResponse} AppendResponse
                 */
                AppendResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.AppendResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.AppendResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.AppendResponse();
                    if (object.round != null)
                        if (typeof object.round === "object" ? object.round.low || object.round.high : $Number(object.round) !== 0)
                            if ($util.Long)
                                message.round = $util.Long.fromValue(object.round, true);
                            else if (typeof object.round === "string")
                                message.round = $parseInt(object.round, 10);
                            else if (typeof object.round === "number")
                                message.round = object.round;
                            else if (typeof object.round === "object")
                                message.round = new $util.LongBits(object.round.low >>> 0, object.round.high >>> 0).toNumber(true);
                    if (object.match != null)
                        if ($util.Long)
                            message.match = $util.Long.fromValue(object.match, true);
                        else if (typeof object.match === "string")
                            message.match = $parseInt(object.match, 10);
                        else if (typeof object.match === "number")
                            message.match = object.match;
                        else if (typeof object.match === "object")
                            message.match = new $util.LongBits(object.match.low >>> 0, object.match.high >>> 0).toNumber(true);
                    if (object.rejection != null) {
                        if (!$util.isObject(object.rejection))
                            throw $TypeError(".leasehold.v1.PeerRaft.AppendResponse.rejection: object expected");
                        message.rejection = $root.leasehold.v1.PeerRaft.Rejection.fromObject(object.rejection, _depth + 1);
                    }
                    return message;
                };

                /**
                 * Creates a plain object from an AppendResponse message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @static
                 * @param {leasehold.v1.PeerRaft.AppendResponse} message AppendResponse
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                AppendResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.round = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.round = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.round = typeof message.round === "number" ? $BigInt(message.round) : $util.Long.fromBits(message.round.low >>> 0, message.round.high >>> 0, true).toBigInt();
                        else if (typeof message.round === "number")
                            object.round = options.longs === $String ? $String(message.round) : message.round;
                        else
                            object.round = options.longs === $String ? $util.Long.prototype.toString.call(message.round) : options.longs === $Number ? new $util.LongBits(message.round.low >>> 0, message.round.high >>> 0).toNumber(true) : message.round;
                    if (message.match != null && $Object.hasOwnProperty.call(message, "match")) {
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.match = typeof message.match === "number" ? $BigInt(message.match) : $util.Long.fromBits(message.match.low >>> 0, message.match.high >>> 0, true).toBigInt();
                        else if (typeof message.match === "number")
                            object.match = options.longs === $String ? $String(message.match) : message.match;
                        else
                            object.match = options.longs === $String ? $util.Long.prototype.toString.call(message.match) : options.longs === $Number ? new $util.LongBits(message.match.low >>> 0, message.match.high >>> 0).toNumber(true) : message.match;
                        if (options.oneofs)
                            object.result = "match";
                    }
                    if (message.rejection != null && $Object.hasOwnProperty.call(message, "rejection")) {
                        object.rejection = $root.leasehold.v1.PeerRaft.Rejection.toObject(message.rejection, options, _depth + 1);
                        if (options.oneofs)
                            object.result = "rejection";
                    }
                    return object;
                };

                /**
                 * Converts this AppendResponse to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.AppendResponse
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                AppendResponse.prototype.toJSON = function() {
                    return AppendResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return AppendResponse;
            })();

            PeerRaft.Rejection = (function() {

                /**
                 * Properties of a Rejection.
                 * @typedef {Object} leasehold.v1.PeerRaft.Rejection.$Properties
                 * @property {Long} [rejected] Rejection rejected
                 * @property {Long} [hintIndex] Rejection hintIndex
                 * @property {Long} [hintTerm] Rejection hintTerm
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Rejection.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface IRejection
                 * @augments leasehold.v1.PeerRaft.Rejection.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.Rejection.$Properties instead.
                 */

                /**
                 * Shape of a Rejection.
                 * @typedef {leasehold.v1.PeerRaft.Rejection.$Properties} leasehold.v1.PeerRaft.Rejection.$Shape
                 */

                /**
                 * Constructs a new Rejection.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents a Rejection.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.Rejection.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Rejection = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Rejection rejected.
                 * @member {Long} rejected
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @instance
                 */
                Rejection.prototype.rejected = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Rejection hintIndex.
                 * @member {Long} hintIndex
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @instance
                 */
                Rejection.prototype.hintIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Rejection hintTerm.
                 * @member {Long} hintTerm
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @instance
                 */
                Rejection.prototype.hintTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Rejection instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @static
                 * @param {leasehold.v1.PeerRaft.Rejection.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.Rejection} Rejection instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.Rejection.$Shape): leasehold.v1.PeerRaft.Rejection & leasehold.v1.PeerRaft.Rejection.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.Rejection.$Properties): leasehold.v1.PeerRaft.Rejection;
                 * }}
                 */
                Rejection.create = function(properties) {
                    return new Rejection(properties);
                };

                /**
                 * Encodes the specified Rejection message. Does not implicitly {@link leasehold.v1.PeerRaft.Rejection.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @static
                 * @param {leasehold.v1.PeerRaft.Rejection.$Properties} message Rejection message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Rejection.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rejected != null && $Object.hasOwnProperty.call(message, "rejected") && (typeof message.rejected === "object" ? message.rejected.low || message.rejected.high : message.rejected !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rejected);
                    if (message.hintIndex != null && $Object.hasOwnProperty.call(message, "hintIndex") && (typeof message.hintIndex === "object" ? message.hintIndex.low || message.hintIndex.high : message.hintIndex !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.hintIndex);
                    if (message.hintTerm != null && $Object.hasOwnProperty.call(message, "hintTerm") && (typeof message.hintTerm === "object" ? message.hintTerm.low || message.hintTerm.high : message.hintTerm !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.hintTerm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Rejection message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.Rejection & leasehold.v1.PeerRaft.Rejection.$Shape} Rejection
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Rejection.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.Rejection();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rejected = value;
                                else
                                    delete message.rejected;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.hintIndex = value;
                                else
                                    delete message.hintIndex;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.hintTerm = value;
                                else
                                    delete message.hintTerm;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a Rejection message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.Rejection} Rejection
                 */
                Rejection.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.Rejection)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.Rejection: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerRaft.Rejection();
                    if (object.rejected != null)
                        if (typeof object.rejected === "object" ? object.rejected.low || object.rejected.high : $Number(object.rejected) !== 0)
                            if ($util.Long)
                                message.rejected = $util.Long.fromValue(object.rejected, true);
                            else if (typeof object.rejected === "string")
                                message.rejected = $parseInt(object.rejected, 10);
                            else if (typeof object.rejected === "number")
                                message.rejected = object.rejected;
                            else if (typeof object.rejected === "object")
                                message.rejected = new $util.LongBits(object.rejected.low >>> 0, object.rejected.high >>> 0).toNumber(true);
                    if (object.hintIndex != null)
                        if (typeof object.hintIndex === "object" ? object.hintIndex.low || object.hintIndex.high : $Number(object.hintIndex) !== 0)
                            if ($util.Long)
                                message.hintIndex = $util.Long.fromValue(object.hintIndex, true);
                            else if (typeof object.hintIndex === "string")
                                message.hintIndex = $parseInt(object.hintIndex, 10);
                            else if (typeof object.hintIndex === "number")
                                message.hintIndex = object.hintIndex;
                            else if (typeof object.hintIndex === "object")
                                message.hintIndex = new $util.LongBits(object.hintIndex.low >>> 0, object.hintIndex.high >>> 0).toNumber(true);
                    if (object.hintTerm != null)
                        if (typeof object.hintTerm === "object" ? object.hintTerm.low || object.hintTerm.high : $Number(object.hintTerm) !== 0)
                            if ($util.Long)
                                message.hintTerm = $util.Long.fromValue(object.hintTerm, true);
                            else if (typeof object.hintTerm === "string")
                                message.hintTerm = $parseInt(object.hintTerm, 10);
                            else if (typeof object.hintTerm === "number")
                                message.hintTerm = object.hintTerm;
                            else if (typeof object.hintTerm === "object")
                                message.hintTerm = new $util.LongBits(object.hintTerm.low >>> 0, object.hintTerm.high >>> 0).toNumber(true);
                    return message;
                };

                /**
                 * Creates a plain object from a Rejection message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @static
                 * @param {leasehold.v1.PeerRaft.Rejection} message Rejection
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Rejection.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.rejected = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.rejected = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.hintIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.hintIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.hintTerm = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.hintTerm = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.rejected != null && $Object.hasOwnProperty.call(message, "rejected"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.rejected = typeof message.rejected === "number" ? $BigInt(message.rejected) : $util.Long.fromBits(message.rejected.low >>> 0, message.rejected.high >>> 0, true).toBigInt();
                        else if (typeof message.rejected === "number")
                            object.rejected = options.longs === $String ? $String(message.rejected) : message.rejected;
                        else
                            object.rejected = options.longs === $String ? $util.Long.prototype.toString.call(message.rejected) : options.longs === $Number ? new $util.LongBits(message.rejected.low >>> 0, message.rejected.high >>> 0).toNumber(true) : message.rejected;
                    if (message.hintIndex != null && $Object.hasOwnProperty.call(message, "hintIndex"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.hintIndex = typeof message.hintIndex === "number" ? $BigInt(message.hintIndex) : $util.Long.fromBits(message.hintIndex.low >>> 0, message.hintIndex.high >>> 0, true).toBigInt();
                        else if (typeof message.hintIndex === "number")
                            object.hintIndex = options.longs === $String ? $String(message.hintIndex) : message.hintIndex;
                        else
                            object.hintIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.hintIndex) : options.longs === $Number ? new $util.LongBits(message.hintIndex.low >>> 0, message.hintIndex.high >>> 0).toNumber(true) : message.hintIndex;
                    if (message.hintTerm != null && $Object.hasOwnProperty.call(message, "hintTerm"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.hintTerm = typeof message.hintTerm === "number" ? $BigInt(message.hintTerm) : $util.Long.fromBits(message.hintTerm.low >>> 0, message.hintTerm.high >>> 0, true).toBigInt();
                        else if (typeof message.hintTerm === "number")
                            object.hintTerm = options.longs === $String ? $String(message.hintTerm) : message.hintTerm;
                        else
                            object.hintTerm = options.longs === $String ? $util.Long.prototype.toString.call(message.hintTerm) : options.longs === $Number ? new $util.LongBits(message.hintTerm.low >>> 0, message.hintTerm.high >>> 0).toNumber(true) : message.hintTerm;
                    return object;
                };

                /**
                 * Converts this Rejection to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.Rejection
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Rejection.prototype.toJSON = function() {
                    return Rejection.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Rejection;
            })();

            PeerRaft.TimeoutNow = (function() {

                /**
                 * Properties of a TimeoutNow.
                 * @typedef {Object} leasehold.v1.PeerRaft.TimeoutNow.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TimeoutNow.
                 * @memberof leasehold.v1.PeerRaft
                 * @interface ITimeoutNow
                 * @augments leasehold.v1.PeerRaft.TimeoutNow.$Properties
                 * @deprecated Use leasehold.v1.PeerRaft.TimeoutNow.$Properties instead.
                 */

                /**
                 * Shape of a TimeoutNow.
                 * @typedef {leasehold.v1.PeerRaft.TimeoutNow.$Properties} leasehold.v1.PeerRaft.TimeoutNow.$Shape
                 */

                /**
                 * Constructs a new TimeoutNow.
                 * @memberof leasehold.v1.PeerRaft
                 * @classdesc Represents a TimeoutNow.
                 * @constructor
                 * @param {leasehold.v1.PeerRaft.TimeoutNow.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TimeoutNow = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new TimeoutNow instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerRaft.TimeoutNow
                 * @static
                 * @param {leasehold.v1.PeerRaft.TimeoutNow.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerRaft.TimeoutNow} TimeoutNow instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerRaft.TimeoutNow.$Shape): leasehold.v1.PeerRaft.TimeoutNow & leasehold.v1.PeerRaft.TimeoutNow.$Shape;
                 *   (properties?: leasehold.v1.PeerRaft.TimeoutNow.$Properties): leasehold.v1.PeerRaft.TimeoutNow;
                 * }}
                 */
                TimeoutNow.create = function(properties) {
                    return new TimeoutNow(properties);
                };

                /**
                 * Encodes the specified TimeoutNow message. Does not implicitly {@link leasehold.v1.PeerRaft.TimeoutNow.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerRaft.TimeoutNow
                 * @static
                 * @param {leasehold.v1.PeerRaft.TimeoutNow.$Properties} message TimeoutNow message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TimeoutNow.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TimeoutNow message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerRaft.TimeoutNow
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.TimeoutNow & leasehold.v1.PeerRaft.TimeoutNow.$Shape} TimeoutNow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TimeoutNow.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerRaft.TimeoutNow();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates a TimeoutNow message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerRaft.TimeoutNow
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerRaft.TimeoutNow} TimeoutNow
                 */
                TimeoutNow.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerRaft.TimeoutNow)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerRaft.TimeoutNow: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.leasehold.v1.PeerRaft.TimeoutNow();
                };

                /**
                 * Creates a plain object from a TimeoutNow message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerRaft.TimeoutNow
                 * @static
                 * @param {leasehold.v1.PeerRaft.TimeoutNow} message TimeoutNow
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                TimeoutNow.toObject = function () {
                    return {};
                };

                /**
                 * Converts this TimeoutNow to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerRaft.TimeoutNow
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                TimeoutNow.prototype.toJSON = function() {
                    return TimeoutNow.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TimeoutNow;
            })();

            return PeerRaft;
        })();

        v1.PeerAge = (function() {

            /**
             * Properties of a PeerAge.
             * @typedef {Object} leasehold.v1.PeerAge.$Properties
             * @property {leasehold.v1.LedgerSession.$Properties} [session] PeerAge session
             * @property {Long} [suspectIndex] PeerAge suspectIndex
             * @property {Long} [suspectTerm] PeerAge suspectTerm
             * @property {number} [age] PeerAge age
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerAge.
             * @memberof leasehold.v1
             * @interface IPeerAge
             * @augments leasehold.v1.PeerAge.$Properties
             * @deprecated Use leasehold.v1.PeerAge.$Properties instead.
             */

            /**
             * Shape of a PeerAge.
             * @typedef {leasehold.v1.PeerAge.$Properties} leasehold.v1.PeerAge.$Shape
             */

            /**
             * Constructs a new PeerAge.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerAge.
             * @constructor
             * @param {leasehold.v1.PeerAge.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerAge = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerAge session.
             * @member {leasehold.v1.LedgerSession} session
             * @memberof leasehold.v1.PeerAge
             * @instance
             */
            PeerAge.prototype.session = null;

            /**
             * PeerAge suspectIndex.
             * @member {Long} suspectIndex
             * @memberof leasehold.v1.PeerAge
             * @instance
             */
            PeerAge.prototype.suspectIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerAge suspectTerm.
             * @member {Long} suspectTerm
             * @memberof leasehold.v1.PeerAge
             * @instance
             */
            PeerAge.prototype.suspectTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerAge age.
             * @member {number} age
             * @memberof leasehold.v1.PeerAge
             * @instance
             */
            PeerAge.prototype.age = 0;

            /**
             * Creates a new PeerAge instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerAge
             * @static
             * @param {leasehold.v1.PeerAge.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerAge} PeerAge instance
             * @type {{
             *   (properties: leasehold.v1.PeerAge.$Shape): leasehold.v1.PeerAge & leasehold.v1.PeerAge.$Shape;
             *   (properties?: leasehold.v1.PeerAge.$Properties): leasehold.v1.PeerAge;
             * }}
             */
            PeerAge.create = function(properties) {
                return new PeerAge(properties);
            };

            /**
             * Encodes the specified PeerAge message. Does not implicitly {@link leasehold.v1.PeerAge.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerAge
             * @static
             * @param {leasehold.v1.PeerAge.$Properties} message PeerAge message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerAge.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    $root.leasehold.v1.LedgerSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.suspectIndex != null && $Object.hasOwnProperty.call(message, "suspectIndex") && (typeof message.suspectIndex === "object" ? message.suspectIndex.low || message.suspectIndex.high : message.suspectIndex !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.suspectIndex);
                if (message.suspectTerm != null && $Object.hasOwnProperty.call(message, "suspectTerm") && (typeof message.suspectTerm === "object" ? message.suspectTerm.low || message.suspectTerm.high : message.suspectTerm !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.suspectTerm);
                if (message.age != null && $Object.hasOwnProperty.call(message, "age") && !$Object.is(message.age, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.age);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerAge message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerAge
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerAge & leasehold.v1.PeerAge.$Shape} PeerAge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerAge.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerAge();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.session = $root.leasehold.v1.LedgerSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.suspectIndex = value;
                            else
                                delete message.suspectIndex;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.suspectTerm = value;
                            else
                                delete message.suspectTerm;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.age = value;
                            else
                                delete message.age;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerAge message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerAge
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerAge} PeerAge
             */
            PeerAge.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerAge)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerAge: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerAge();
                if (object.session != null) {
                    if (!$util.isObject(object.session))
                        throw $TypeError(".leasehold.v1.PeerAge.session: object expected");
                    message.session = $root.leasehold.v1.LedgerSession.fromObject(object.session, _depth + 1);
                }
                if (object.suspectIndex != null)
                    if (typeof object.suspectIndex === "object" ? object.suspectIndex.low || object.suspectIndex.high : $Number(object.suspectIndex) !== 0)
                        if ($util.Long)
                            message.suspectIndex = $util.Long.fromValue(object.suspectIndex, true);
                        else if (typeof object.suspectIndex === "string")
                            message.suspectIndex = $parseInt(object.suspectIndex, 10);
                        else if (typeof object.suspectIndex === "number")
                            message.suspectIndex = object.suspectIndex;
                        else if (typeof object.suspectIndex === "object")
                            message.suspectIndex = new $util.LongBits(object.suspectIndex.low >>> 0, object.suspectIndex.high >>> 0).toNumber(true);
                if (object.suspectTerm != null)
                    if (typeof object.suspectTerm === "object" ? object.suspectTerm.low || object.suspectTerm.high : $Number(object.suspectTerm) !== 0)
                        if ($util.Long)
                            message.suspectTerm = $util.Long.fromValue(object.suspectTerm, true);
                        else if (typeof object.suspectTerm === "string")
                            message.suspectTerm = $parseInt(object.suspectTerm, 10);
                        else if (typeof object.suspectTerm === "number")
                            message.suspectTerm = object.suspectTerm;
                        else if (typeof object.suspectTerm === "object")
                            message.suspectTerm = new $util.LongBits(object.suspectTerm.low >>> 0, object.suspectTerm.high >>> 0).toNumber(true);
                if (object.age != null)
                    if (!$Object.is($Number(object.age), 0))
                        message.age = $Number(object.age);
                return message;
            };

            /**
             * Creates a plain object from a PeerAge message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerAge
             * @static
             * @param {leasehold.v1.PeerAge} message PeerAge
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerAge.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.session = null;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.suspectIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.suspectIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.suspectTerm = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.suspectTerm = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.age = 0;
                }
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    object.session = $root.leasehold.v1.LedgerSession.toObject(message.session, options, _depth + 1);
                if (message.suspectIndex != null && $Object.hasOwnProperty.call(message, "suspectIndex"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.suspectIndex = typeof message.suspectIndex === "number" ? $BigInt(message.suspectIndex) : $util.Long.fromBits(message.suspectIndex.low >>> 0, message.suspectIndex.high >>> 0, true).toBigInt();
                    else if (typeof message.suspectIndex === "number")
                        object.suspectIndex = options.longs === $String ? $String(message.suspectIndex) : message.suspectIndex;
                    else
                        object.suspectIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.suspectIndex) : options.longs === $Number ? new $util.LongBits(message.suspectIndex.low >>> 0, message.suspectIndex.high >>> 0).toNumber(true) : message.suspectIndex;
                if (message.suspectTerm != null && $Object.hasOwnProperty.call(message, "suspectTerm"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.suspectTerm = typeof message.suspectTerm === "number" ? $BigInt(message.suspectTerm) : $util.Long.fromBits(message.suspectTerm.low >>> 0, message.suspectTerm.high >>> 0, true).toBigInt();
                    else if (typeof message.suspectTerm === "number")
                        object.suspectTerm = options.longs === $String ? $String(message.suspectTerm) : message.suspectTerm;
                    else
                        object.suspectTerm = options.longs === $String ? $util.Long.prototype.toString.call(message.suspectTerm) : options.longs === $Number ? new $util.LongBits(message.suspectTerm.low >>> 0, message.suspectTerm.high >>> 0).toNumber(true) : message.suspectTerm;
                if (message.age != null && $Object.hasOwnProperty.call(message, "age"))
                    object.age = options.json && !$isFinite(message.age) ? $String(message.age) : message.age;
                return object;
            };

            /**
             * Converts this PeerAge to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerAge
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerAge.prototype.toJSON = function() {
                return PeerAge.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerAge;
        })();

        v1.PeerPropose = (function() {

            /**
             * Properties of a PeerPropose.
             * @typedef {Object} leasehold.v1.PeerPropose.$Properties
             * @property {Long} [id] PeerPropose id
             * @property {Long} [term] PeerPropose term
             * @property {Array.<leasehold.v1.LedgerCommand.$Properties>} [commands] PeerPropose commands
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerPropose.
             * @memberof leasehold.v1
             * @interface IPeerPropose
             * @augments leasehold.v1.PeerPropose.$Properties
             * @deprecated Use leasehold.v1.PeerPropose.$Properties instead.
             */

            /**
             * Shape of a PeerPropose.
             * @typedef {{
             *   id?: Long;
             *   term?: Long;
             *   commands?: Array.<leasehold.v1.LedgerCommand.$Shape>;
             *   $unknowns?: Array.<Uint8Array>;
             * }} leasehold.v1.PeerPropose.$Shape
             */

            /**
             * Constructs a new PeerPropose.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerPropose.
             * @constructor
             * @param {leasehold.v1.PeerPropose.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerPropose = function (properties) {
                this.commands = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerPropose id.
             * @member {Long} id
             * @memberof leasehold.v1.PeerPropose
             * @instance
             */
            PeerPropose.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerPropose term.
             * @member {Long} term
             * @memberof leasehold.v1.PeerPropose
             * @instance
             */
            PeerPropose.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerPropose commands.
             * @member {Array.<leasehold.v1.LedgerCommand>} commands
             * @memberof leasehold.v1.PeerPropose
             * @instance
             */
            PeerPropose.prototype.commands = $util.emptyArray;

            /**
             * Creates a new PeerPropose instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerPropose
             * @static
             * @param {leasehold.v1.PeerPropose.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerPropose} PeerPropose instance
             * @type {{
             *   (properties: leasehold.v1.PeerPropose.$Shape): leasehold.v1.PeerPropose & leasehold.v1.PeerPropose.$Shape;
             *   (properties?: leasehold.v1.PeerPropose.$Properties): leasehold.v1.PeerPropose;
             * }}
             */
            PeerPropose.create = function(properties) {
                return new PeerPropose(properties);
            };

            /**
             * Encodes the specified PeerPropose message. Does not implicitly {@link leasehold.v1.PeerPropose.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerPropose
             * @static
             * @param {leasehold.v1.PeerPropose.$Properties} message PeerPropose message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerPropose.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.commands != null && message.commands.length)
                    for (let i = 0; i < message.commands.length; ++i)
                        $root.leasehold.v1.LedgerCommand.encode(message.commands[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerPropose message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerPropose
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerPropose & leasehold.v1.PeerPropose.$Shape} PeerPropose
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerPropose.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerPropose();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commands && message.commands.length))
                                message.commands = [];
                            message.commands.push($root.leasehold.v1.LedgerCommand.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerPropose message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerPropose
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerPropose} PeerPropose
             */
            PeerPropose.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerPropose)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerPropose: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerPropose();
                if (object.id != null)
                    if (typeof object.id === "object" ? object.id.low || object.id.high : $Number(object.id) !== 0)
                        if ($util.Long)
                            message.id = $util.Long.fromValue(object.id, true);
                        else if (typeof object.id === "string")
                            message.id = $parseInt(object.id, 10);
                        else if (typeof object.id === "number")
                            message.id = object.id;
                        else if (typeof object.id === "object")
                            message.id = new $util.LongBits(object.id.low >>> 0, object.id.high >>> 0).toNumber(true);
                if (object.term != null)
                    if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                        if ($util.Long)
                            message.term = $util.Long.fromValue(object.term, true);
                        else if (typeof object.term === "string")
                            message.term = $parseInt(object.term, 10);
                        else if (typeof object.term === "number")
                            message.term = object.term;
                        else if (typeof object.term === "object")
                            message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                if (object.commands) {
                    if (!$Array.isArray(object.commands))
                        throw $TypeError(".leasehold.v1.PeerPropose.commands: array expected");
                    message.commands = $Array(object.commands.length);
                    for (let i = 0; i < object.commands.length; ++i) {
                        if (!$util.isObject(object.commands[i]))
                            throw $TypeError(".leasehold.v1.PeerPropose.commands: object expected");
                        message.commands[i] = $root.leasehold.v1.LedgerCommand.fromObject(object.commands[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerPropose message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerPropose
             * @static
             * @param {leasehold.v1.PeerPropose} message PeerPropose
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerPropose.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.commands = [];
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.id = typeof message.id === "number" ? $BigInt(message.id) : $util.Long.fromBits(message.id.low >>> 0, message.id.high >>> 0, true).toBigInt();
                    else if (typeof message.id === "number")
                        object.id = options.longs === $String ? $String(message.id) : message.id;
                    else
                        object.id = options.longs === $String ? $util.Long.prototype.toString.call(message.id) : options.longs === $Number ? new $util.LongBits(message.id.low >>> 0, message.id.high >>> 0).toNumber(true) : message.id;
                if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                    else if (typeof message.term === "number")
                        object.term = options.longs === $String ? $String(message.term) : message.term;
                    else
                        object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                if (message.commands && message.commands.length) {
                    object.commands = $Array(message.commands.length);
                    for (let j = 0; j < message.commands.length; ++j)
                        object.commands[j] = $root.leasehold.v1.LedgerCommand.toObject(message.commands[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this PeerPropose to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerPropose
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerPropose.prototype.toJSON = function() {
                return PeerPropose.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerPropose;
        })();

        /**
         * PeerRefusal enum.
         * @name leasehold.v1.PeerRefusal
         * @enum {number}
         * @property {number} PEER_REFUSAL_UNSPECIFIED=0 PEER_REFUSAL_UNSPECIFIED value
         * @property {number} PEER_REFUSAL_NOT_LEADER=1 PEER_REFUSAL_NOT_LEADER value
         * @property {number} PEER_REFUSAL_TERM_CHANGED=2 PEER_REFUSAL_TERM_CHANGED value
         * @property {number} PEER_REFUSAL_TRANSFERRING=3 PEER_REFUSAL_TRANSFERRING value
         * @property {number} PEER_REFUSAL_TOO_MUCH_UNCOMMITTED=4 PEER_REFUSAL_TOO_MUCH_UNCOMMITTED value
         */
        v1.PeerRefusal = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PEER_REFUSAL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PEER_REFUSAL_NOT_LEADER"] = 1;
            values[valuesById[2] = "PEER_REFUSAL_TERM_CHANGED"] = 2;
            values[valuesById[3] = "PEER_REFUSAL_TRANSFERRING"] = 3;
            values[valuesById[4] = "PEER_REFUSAL_TOO_MUCH_UNCOMMITTED"] = 4;
            return values;
        })();

        v1.PeerProposed = (function() {

            /**
             * Properties of a PeerProposed.
             * @typedef {Object} leasehold.v1.PeerProposed.$Properties
             * @property {Long} [id] PeerProposed id
             * @property {leasehold.v1.PeerProposed.Appended.$Properties|null} [appended] PeerProposed appended
             * @property {leasehold.v1.PeerRefusal|null} [refused] PeerProposed refused
             * @property {"appended"|"refused"} [result] PeerProposed result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerProposed.
             * @memberof leasehold.v1
             * @interface IPeerProposed
             * @augments leasehold.v1.PeerProposed.$Properties
             * @deprecated Use leasehold.v1.PeerProposed.$Properties instead.
             */

            /**
             * Narrowed shape of a PeerProposed.
             * @typedef {{
             *   id?: Long;
             *   appended?: leasehold.v1.PeerProposed.Appended.$Shape|null;
             *   refused?: leasehold.v1.PeerRefusal|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; appended?: null; refused?: null }|{ result?: "appended"; appended: leasehold.v1.PeerProposed.Appended.$Shape; refused?: null }|{ result?: "refused"; appended?: null; refused: leasehold.v1.PeerRefusal })
             * )} leasehold.v1.PeerProposed.$Shape
             */

            /**
             * Constructs a new PeerProposed.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerProposed.
             * @constructor
             * @param {leasehold.v1.PeerProposed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerProposed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerProposed id.
             * @member {Long} id
             * @memberof leasehold.v1.PeerProposed
             * @instance
             */
            PeerProposed.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerProposed appended.
             * @member {leasehold.v1.PeerProposed.Appended|null} appended
             * @memberof leasehold.v1.PeerProposed
             * @instance
             */
            PeerProposed.prototype.appended = null;

            /**
             * PeerProposed refused.
             * @member {leasehold.v1.PeerRefusal|null} refused
             * @memberof leasehold.v1.PeerProposed
             * @instance
             */
            PeerProposed.prototype.refused = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PeerProposed result.
             * @member {"appended"|"refused"|undefined} result
             * @memberof leasehold.v1.PeerProposed
             * @instance
             */
            $Object.defineProperty(PeerProposed.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["appended", "refused"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PeerProposed instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerProposed
             * @static
             * @param {leasehold.v1.PeerProposed.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerProposed} PeerProposed instance
             * @type {{
             *   (properties: leasehold.v1.PeerProposed.$Shape): leasehold.v1.PeerProposed & leasehold.v1.PeerProposed.$Shape;
             *   (properties?: leasehold.v1.PeerProposed.$Properties): leasehold.v1.PeerProposed;
             * }}
             */
            PeerProposed.create = function(properties) {
                return new PeerProposed(properties);
            };

            /**
             * Encodes the specified PeerProposed message. Does not implicitly {@link leasehold.v1.PeerProposed.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerProposed
             * @static
             * @param {leasehold.v1.PeerProposed.$Properties} message PeerProposed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerProposed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.appended != null && $Object.hasOwnProperty.call(message, "appended"))
                    $root.leasehold.v1.PeerProposed.Appended.encode(message.appended, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.refused);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerProposed message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerProposed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerProposed & leasehold.v1.PeerProposed.$Shape} PeerProposed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerProposed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerProposed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.appended = $root.leasehold.v1.PeerProposed.Appended.decode(reader, reader.size(), $undefined, _depth + 1, message.appended);
                            message.result = "appended";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.refused = reader.int32();
                            message.result = "refused";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerProposed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerProposed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerProposed} PeerProposed
             */
            PeerProposed.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerProposed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerProposed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerProposed();
                if (object.id != null)
                    if (typeof object.id === "object" ? object.id.low || object.id.high : $Number(object.id) !== 0)
                        if ($util.Long)
                            message.id = $util.Long.fromValue(object.id, true);
                        else if (typeof object.id === "string")
                            message.id = $parseInt(object.id, 10);
                        else if (typeof object.id === "number")
                            message.id = object.id;
                        else if (typeof object.id === "object")
                            message.id = new $util.LongBits(object.id.low >>> 0, object.id.high >>> 0).toNumber(true);
                if (object.appended != null) {
                    if (!$util.isObject(object.appended))
                        throw $TypeError(".leasehold.v1.PeerProposed.appended: object expected");
                    message.appended = $root.leasehold.v1.PeerProposed.Appended.fromObject(object.appended, _depth + 1);
                }
                switch (object.refused) {
                case "PEER_REFUSAL_UNSPECIFIED":
                case 0:
                    message.refused = 0;
                    break;
                case "PEER_REFUSAL_NOT_LEADER":
                case 1:
                    message.refused = 1;
                    break;
                case "PEER_REFUSAL_TERM_CHANGED":
                case 2:
                    message.refused = 2;
                    break;
                case "PEER_REFUSAL_TRANSFERRING":
                case 3:
                    message.refused = 3;
                    break;
                case "PEER_REFUSAL_TOO_MUCH_UNCOMMITTED":
                case 4:
                    message.refused = 4;
                    break;
                default:
                    if (typeof object.refused === "number" && (object.refused | 0) === object.refused)
                        message.refused = object.refused;
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerProposed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerProposed
             * @static
             * @param {leasehold.v1.PeerProposed} message PeerProposed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerProposed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.id = typeof message.id === "number" ? $BigInt(message.id) : $util.Long.fromBits(message.id.low >>> 0, message.id.high >>> 0, true).toBigInt();
                    else if (typeof message.id === "number")
                        object.id = options.longs === $String ? $String(message.id) : message.id;
                    else
                        object.id = options.longs === $String ? $util.Long.prototype.toString.call(message.id) : options.longs === $Number ? new $util.LongBits(message.id.low >>> 0, message.id.high >>> 0).toNumber(true) : message.id;
                if (message.appended != null && $Object.hasOwnProperty.call(message, "appended")) {
                    object.appended = $root.leasehold.v1.PeerProposed.Appended.toObject(message.appended, options, _depth + 1);
                    if (options.oneofs)
                        object.result = "appended";
                }
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused")) {
                    object.refused = options.enums === $String ? $root.leasehold.v1.PeerRefusal[message.refused] === $undefined ? message.refused : $root.leasehold.v1.PeerRefusal[message.refused] : message.refused;
                    if (options.oneofs)
                        object.result = "refused";
                }
                return object;
            };

            /**
             * Converts this PeerProposed to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerProposed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerProposed.prototype.toJSON = function() {
                return PeerProposed.toObject(this, $protobuf.util.toJSONOptions);
            };

            PeerProposed.Appended = (function() {

                /**
                 * Properties of an Appended.
                 * @typedef {Object} leasehold.v1.PeerProposed.Appended.$Properties
                 * @property {Long} [index] Appended index
                 * @property {Long} [term] Appended term
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Appended.
                 * @memberof leasehold.v1.PeerProposed
                 * @interface IAppended
                 * @augments leasehold.v1.PeerProposed.Appended.$Properties
                 * @deprecated Use leasehold.v1.PeerProposed.Appended.$Properties instead.
                 */

                /**
                 * Shape of an Appended.
                 * @typedef {leasehold.v1.PeerProposed.Appended.$Properties} leasehold.v1.PeerProposed.Appended.$Shape
                 */

                /**
                 * Constructs a new Appended.
                 * @memberof leasehold.v1.PeerProposed
                 * @classdesc Represents an Appended.
                 * @constructor
                 * @param {leasehold.v1.PeerProposed.Appended.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Appended = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Appended index.
                 * @member {Long} index
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @instance
                 */
                Appended.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Appended term.
                 * @member {Long} term
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @instance
                 */
                Appended.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Appended instance using the specified properties.
                 * @function create
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @static
                 * @param {leasehold.v1.PeerProposed.Appended.$Properties=} [properties] Properties to set
                 * @returns {leasehold.v1.PeerProposed.Appended} Appended instance
                 * @type {{
                 *   (properties: leasehold.v1.PeerProposed.Appended.$Shape): leasehold.v1.PeerProposed.Appended & leasehold.v1.PeerProposed.Appended.$Shape;
                 *   (properties?: leasehold.v1.PeerProposed.Appended.$Properties): leasehold.v1.PeerProposed.Appended;
                 * }}
                 */
                Appended.create = function(properties) {
                    return new Appended(properties);
                };

                /**
                 * Encodes the specified Appended message. Does not implicitly {@link leasehold.v1.PeerProposed.Appended.verify|verify} messages.
                 * @function encode
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @static
                 * @param {leasehold.v1.PeerProposed.Appended.$Properties} message Appended message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Appended.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Appended message from the specified reader or buffer.
                 * @function decode
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerProposed.Appended & leasehold.v1.PeerProposed.Appended.$Shape} Appended
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Appended.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.leasehold.v1.PeerProposed.Appended();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Creates an Appended message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {leasehold.v1.PeerProposed.Appended} Appended
                 */
                Appended.fromObject = function (object, _depth) {
                    if (object instanceof $root.leasehold.v1.PeerProposed.Appended)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".leasehold.v1.PeerProposed.Appended: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.leasehold.v1.PeerProposed.Appended();
                    if (object.index != null)
                        if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                            if ($util.Long)
                                message.index = $util.Long.fromValue(object.index, true);
                            else if (typeof object.index === "string")
                                message.index = $parseInt(object.index, 10);
                            else if (typeof object.index === "number")
                                message.index = object.index;
                            else if (typeof object.index === "object")
                                message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
                    if (object.term != null)
                        if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                            if ($util.Long)
                                message.term = $util.Long.fromValue(object.term, true);
                            else if (typeof object.term === "string")
                                message.term = $parseInt(object.term, 10);
                            else if (typeof object.term === "number")
                                message.term = object.term;
                            else if (typeof object.term === "object")
                                message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                    return message;
                };

                /**
                 * Creates a plain object from an Appended message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @static
                 * @param {leasehold.v1.PeerProposed.Appended} message Appended
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Appended.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                        else if (typeof message.index === "number")
                            object.index = options.longs === $String ? $String(message.index) : message.index;
                        else
                            object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                        else if (typeof message.term === "number")
                            object.term = options.longs === $String ? $String(message.term) : message.term;
                        else
                            object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                    return object;
                };

                /**
                 * Converts this Appended to JSON.
                 * @function toJSON
                 * @memberof leasehold.v1.PeerProposed.Appended
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Appended.prototype.toJSON = function() {
                    return Appended.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Appended;
            })();

            return PeerProposed;
        })();

        v1.PeerHeartbeat = (function() {

            /**
             * Properties of a PeerHeartbeat.
             * @typedef {Object} leasehold.v1.PeerHeartbeat.$Properties
             * @property {number} [format] PeerHeartbeat format
             * @property {string} [from] PeerHeartbeat from
             * @property {Long} [incarnation] PeerHeartbeat incarnation
             * @property {Long} [number] PeerHeartbeat number
             * @property {Long} [seq] PeerHeartbeat seq
             * @property {number} [sentAt] PeerHeartbeat sentAt
             * @property {string} [bootId] PeerHeartbeat bootId
             * @property {Array.<leasehold.v1.PeerReport.$Properties>} [reports] PeerHeartbeat reports
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerHeartbeat.
             * @memberof leasehold.v1
             * @interface IPeerHeartbeat
             * @augments leasehold.v1.PeerHeartbeat.$Properties
             * @deprecated Use leasehold.v1.PeerHeartbeat.$Properties instead.
             */

            /**
             * Shape of a PeerHeartbeat.
             * @typedef {leasehold.v1.PeerHeartbeat.$Properties} leasehold.v1.PeerHeartbeat.$Shape
             */

            /**
             * Constructs a new PeerHeartbeat.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerHeartbeat.
             * @constructor
             * @param {leasehold.v1.PeerHeartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerHeartbeat = function (properties) {
                this.reports = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerHeartbeat format.
             * @member {number} format
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.format = 0;

            /**
             * PeerHeartbeat from.
             * @member {string} from
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.from = "";

            /**
             * PeerHeartbeat incarnation.
             * @member {Long} incarnation
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerHeartbeat number.
             * @member {Long} number
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerHeartbeat seq.
             * @member {Long} seq
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerHeartbeat sentAt.
             * @member {number} sentAt
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.sentAt = 0;

            /**
             * PeerHeartbeat bootId.
             * @member {string} bootId
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.bootId = "";

            /**
             * PeerHeartbeat reports.
             * @member {Array.<leasehold.v1.PeerReport>} reports
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             */
            PeerHeartbeat.prototype.reports = $util.emptyArray;

            /**
             * Creates a new PeerHeartbeat instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerHeartbeat
             * @static
             * @param {leasehold.v1.PeerHeartbeat.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerHeartbeat} PeerHeartbeat instance
             * @type {{
             *   (properties: leasehold.v1.PeerHeartbeat.$Shape): leasehold.v1.PeerHeartbeat & leasehold.v1.PeerHeartbeat.$Shape;
             *   (properties?: leasehold.v1.PeerHeartbeat.$Properties): leasehold.v1.PeerHeartbeat;
             * }}
             */
            PeerHeartbeat.create = function(properties) {
                return new PeerHeartbeat(properties);
            };

            /**
             * Encodes the specified PeerHeartbeat message. Does not implicitly {@link leasehold.v1.PeerHeartbeat.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerHeartbeat
             * @static
             * @param {leasehold.v1.PeerHeartbeat.$Properties} message PeerHeartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerHeartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.from);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.incarnation);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.number);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.seq);
                if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt") && !$Object.is(message.sentAt, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.sentAt);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.bootId);
                if (message.reports != null && message.reports.length)
                    for (let i = 0; i < message.reports.length; ++i)
                        $root.leasehold.v1.PeerReport.encode(message.reports[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerHeartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerHeartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerHeartbeat & leasehold.v1.PeerHeartbeat.$Shape} PeerHeartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerHeartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerHeartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sentAt = value;
                            else
                                delete message.sentAt;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reports && message.reports.length))
                                message.reports = [];
                            message.reports.push($root.leasehold.v1.PeerReport.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerHeartbeat message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerHeartbeat
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerHeartbeat} PeerHeartbeat
             */
            PeerHeartbeat.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerHeartbeat)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerHeartbeat: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerHeartbeat();
                if (object.format != null)
                    if ($Number(object.format) !== 0)
                        message.format = object.format >>> 0;
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.incarnation != null)
                    if (typeof object.incarnation === "object" ? object.incarnation.low || object.incarnation.high : $Number(object.incarnation) !== 0)
                        if ($util.Long)
                            message.incarnation = $util.Long.fromValue(object.incarnation, true);
                        else if (typeof object.incarnation === "string")
                            message.incarnation = $parseInt(object.incarnation, 10);
                        else if (typeof object.incarnation === "number")
                            message.incarnation = object.incarnation;
                        else if (typeof object.incarnation === "object")
                            message.incarnation = new $util.LongBits(object.incarnation.low >>> 0, object.incarnation.high >>> 0).toNumber(true);
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.sentAt != null)
                    if (!$Object.is($Number(object.sentAt), 0))
                        message.sentAt = $Number(object.sentAt);
                if (object.bootId != null)
                    if (typeof object.bootId !== "string" || object.bootId.length)
                        message.bootId = $String(object.bootId);
                if (object.reports) {
                    if (!$Array.isArray(object.reports))
                        throw $TypeError(".leasehold.v1.PeerHeartbeat.reports: array expected");
                    message.reports = $Array(object.reports.length);
                    for (let i = 0; i < object.reports.length; ++i) {
                        if (!$util.isObject(object.reports[i]))
                            throw $TypeError(".leasehold.v1.PeerHeartbeat.reports: object expected");
                        message.reports[i] = $root.leasehold.v1.PeerReport.fromObject(object.reports[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerHeartbeat message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerHeartbeat
             * @static
             * @param {leasehold.v1.PeerHeartbeat} message PeerHeartbeat
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerHeartbeat.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.reports = [];
                if (options.defaults) {
                    object.format = 0;
                    object.from = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.incarnation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.incarnation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.sentAt = 0;
                    object.bootId = "";
                }
                if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                    object.format = message.format;
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.incarnation = typeof message.incarnation === "number" ? $BigInt(message.incarnation) : $util.Long.fromBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0, true).toBigInt();
                    else if (typeof message.incarnation === "number")
                        object.incarnation = options.longs === $String ? $String(message.incarnation) : message.incarnation;
                    else
                        object.incarnation = options.longs === $String ? $util.Long.prototype.toString.call(message.incarnation) : options.longs === $Number ? new $util.LongBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0).toNumber(true) : message.incarnation;
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt"))
                    object.sentAt = options.json && !$isFinite(message.sentAt) ? $String(message.sentAt) : message.sentAt;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = message.bootId;
                if (message.reports && message.reports.length) {
                    object.reports = $Array(message.reports.length);
                    for (let j = 0; j < message.reports.length; ++j)
                        object.reports[j] = $root.leasehold.v1.PeerReport.toObject(message.reports[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this PeerHeartbeat to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerHeartbeat
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerHeartbeat.prototype.toJSON = function() {
                return PeerHeartbeat.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerHeartbeat;
        })();

        v1.PeerReport = (function() {

            /**
             * Properties of a PeerReport.
             * @typedef {Object} leasehold.v1.PeerReport.$Properties
             * @property {string} [node] PeerReport node
             * @property {Long} [incarnation] PeerReport incarnation
             * @property {Long} [number] PeerReport number
             * @property {Long} [seq] PeerReport seq
             * @property {number} [age] PeerReport age
             * @property {boolean} [hearsUs] PeerReport hearsUs
             * @property {leasehold.v1.PeerEcho.$Properties|null} [echo] PeerReport echo
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerReport.
             * @memberof leasehold.v1
             * @interface IPeerReport
             * @augments leasehold.v1.PeerReport.$Properties
             * @deprecated Use leasehold.v1.PeerReport.$Properties instead.
             */

            /**
             * Shape of a PeerReport.
             * @typedef {leasehold.v1.PeerReport.$Properties} leasehold.v1.PeerReport.$Shape
             */

            /**
             * Constructs a new PeerReport.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerReport.
             * @constructor
             * @param {leasehold.v1.PeerReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerReport node.
             * @member {string} node
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.node = "";

            /**
             * PeerReport incarnation.
             * @member {Long} incarnation
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerReport number.
             * @member {Long} number
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerReport seq.
             * @member {Long} seq
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerReport age.
             * @member {number} age
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.age = 0;

            /**
             * PeerReport hearsUs.
             * @member {boolean} hearsUs
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.hearsUs = false;

            /**
             * PeerReport echo.
             * @member {leasehold.v1.PeerEcho|null} echo
             * @memberof leasehold.v1.PeerReport
             * @instance
             */
            PeerReport.prototype.echo = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PeerReport.prototype, "_echo", {
                get: $util.oneOfGetter($oneOfFields = ["echo"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PeerReport instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerReport
             * @static
             * @param {leasehold.v1.PeerReport.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerReport} PeerReport instance
             * @type {{
             *   (properties: leasehold.v1.PeerReport.$Shape): leasehold.v1.PeerReport & leasehold.v1.PeerReport.$Shape;
             *   (properties?: leasehold.v1.PeerReport.$Properties): leasehold.v1.PeerReport;
             * }}
             */
            PeerReport.create = function(properties) {
                return new PeerReport(properties);
            };

            /**
             * Encodes the specified PeerReport message. Does not implicitly {@link leasehold.v1.PeerReport.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerReport
             * @static
             * @param {leasehold.v1.PeerReport.$Properties} message PeerReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.number);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.seq);
                if (message.age != null && $Object.hasOwnProperty.call(message, "age") && !$Object.is(message.age, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.age);
                if (message.hearsUs != null && $Object.hasOwnProperty.call(message, "hearsUs") && message.hearsUs !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.hearsUs);
                if (message.echo != null && $Object.hasOwnProperty.call(message, "echo"))
                    $root.leasehold.v1.PeerEcho.encode(message.echo, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerReport message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerReport & leasehold.v1.PeerReport.$Shape} PeerReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.age = value;
                            else
                                delete message.age;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hearsUs = value;
                            else
                                delete message.hearsUs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.echo = $root.leasehold.v1.PeerEcho.decode(reader, reader.size(), $undefined, _depth + 1, message.echo);
                            message._echo = "echo";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerReport} PeerReport
             */
            PeerReport.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerReport();
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.incarnation != null)
                    if (typeof object.incarnation === "object" ? object.incarnation.low || object.incarnation.high : $Number(object.incarnation) !== 0)
                        if ($util.Long)
                            message.incarnation = $util.Long.fromValue(object.incarnation, true);
                        else if (typeof object.incarnation === "string")
                            message.incarnation = $parseInt(object.incarnation, 10);
                        else if (typeof object.incarnation === "number")
                            message.incarnation = object.incarnation;
                        else if (typeof object.incarnation === "object")
                            message.incarnation = new $util.LongBits(object.incarnation.low >>> 0, object.incarnation.high >>> 0).toNumber(true);
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.age != null)
                    if (!$Object.is($Number(object.age), 0))
                        message.age = $Number(object.age);
                if (object.hearsUs != null)
                    if (object.hearsUs)
                        message.hearsUs = $Boolean(object.hearsUs);
                if (object.echo != null) {
                    if (!$util.isObject(object.echo))
                        throw $TypeError(".leasehold.v1.PeerReport.echo: object expected");
                    message.echo = $root.leasehold.v1.PeerEcho.fromObject(object.echo, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a PeerReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerReport
             * @static
             * @param {leasehold.v1.PeerReport} message PeerReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.node = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.incarnation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.incarnation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.age = 0;
                    object.hearsUs = false;
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.incarnation = typeof message.incarnation === "number" ? $BigInt(message.incarnation) : $util.Long.fromBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0, true).toBigInt();
                    else if (typeof message.incarnation === "number")
                        object.incarnation = options.longs === $String ? $String(message.incarnation) : message.incarnation;
                    else
                        object.incarnation = options.longs === $String ? $util.Long.prototype.toString.call(message.incarnation) : options.longs === $Number ? new $util.LongBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0).toNumber(true) : message.incarnation;
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.age != null && $Object.hasOwnProperty.call(message, "age"))
                    object.age = options.json && !$isFinite(message.age) ? $String(message.age) : message.age;
                if (message.hearsUs != null && $Object.hasOwnProperty.call(message, "hearsUs"))
                    object.hearsUs = message.hearsUs;
                if (message.echo != null && $Object.hasOwnProperty.call(message, "echo"))
                    object.echo = $root.leasehold.v1.PeerEcho.toObject(message.echo, options, _depth + 1);
                return object;
            };

            /**
             * Converts this PeerReport to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerReport.prototype.toJSON = function() {
                return PeerReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerReport;
        })();

        v1.PeerEcho = (function() {

            /**
             * Properties of a PeerEcho.
             * @typedef {Object} leasehold.v1.PeerEcho.$Properties
             * @property {Long} [number] PeerEcho number
             * @property {Long} [seq] PeerEcho seq
             * @property {number} [sentAt] PeerEcho sentAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerEcho.
             * @memberof leasehold.v1
             * @interface IPeerEcho
             * @augments leasehold.v1.PeerEcho.$Properties
             * @deprecated Use leasehold.v1.PeerEcho.$Properties instead.
             */

            /**
             * Shape of a PeerEcho.
             * @typedef {leasehold.v1.PeerEcho.$Properties} leasehold.v1.PeerEcho.$Shape
             */

            /**
             * Constructs a new PeerEcho.
             * @memberof leasehold.v1
             * @classdesc Represents a PeerEcho.
             * @constructor
             * @param {leasehold.v1.PeerEcho.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerEcho = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerEcho number.
             * @member {Long} number
             * @memberof leasehold.v1.PeerEcho
             * @instance
             */
            PeerEcho.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerEcho seq.
             * @member {Long} seq
             * @memberof leasehold.v1.PeerEcho
             * @instance
             */
            PeerEcho.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerEcho sentAt.
             * @member {number} sentAt
             * @memberof leasehold.v1.PeerEcho
             * @instance
             */
            PeerEcho.prototype.sentAt = 0;

            /**
             * Creates a new PeerEcho instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.PeerEcho
             * @static
             * @param {leasehold.v1.PeerEcho.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.PeerEcho} PeerEcho instance
             * @type {{
             *   (properties: leasehold.v1.PeerEcho.$Shape): leasehold.v1.PeerEcho & leasehold.v1.PeerEcho.$Shape;
             *   (properties?: leasehold.v1.PeerEcho.$Properties): leasehold.v1.PeerEcho;
             * }}
             */
            PeerEcho.create = function(properties) {
                return new PeerEcho(properties);
            };

            /**
             * Encodes the specified PeerEcho message. Does not implicitly {@link leasehold.v1.PeerEcho.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.PeerEcho
             * @static
             * @param {leasehold.v1.PeerEcho.$Properties} message PeerEcho message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerEcho.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.number);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt") && !$Object.is(message.sentAt, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.sentAt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerEcho message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.PeerEcho
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerEcho & leasehold.v1.PeerEcho.$Shape} PeerEcho
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerEcho.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.PeerEcho();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sentAt = value;
                            else
                                delete message.sentAt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PeerEcho message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.PeerEcho
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.PeerEcho} PeerEcho
             */
            PeerEcho.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.PeerEcho)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.PeerEcho: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.PeerEcho();
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.sentAt != null)
                    if (!$Object.is($Number(object.sentAt), 0))
                        message.sentAt = $Number(object.sentAt);
                return message;
            };

            /**
             * Creates a plain object from a PeerEcho message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.PeerEcho
             * @static
             * @param {leasehold.v1.PeerEcho} message PeerEcho
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PeerEcho.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.sentAt = 0;
                }
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt"))
                    object.sentAt = options.json && !$isFinite(message.sentAt) ? $String(message.sentAt) : message.sentAt;
                return object;
            };

            /**
             * Converts this PeerEcho to JSON.
             * @function toJSON
             * @memberof leasehold.v1.PeerEcho
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PeerEcho.prototype.toJSON = function() {
                return PeerEcho.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PeerEcho;
        })();

        v1.StatusRequest = (function() {

            /**
             * Properties of a StatusRequest.
             * @typedef {Object} leasehold.v1.StatusRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusRequest.
             * @memberof leasehold.v1
             * @interface IStatusRequest
             * @augments leasehold.v1.StatusRequest.$Properties
             * @deprecated Use leasehold.v1.StatusRequest.$Properties instead.
             */

            /**
             * Shape of a StatusRequest.
             * @typedef {leasehold.v1.StatusRequest.$Properties} leasehold.v1.StatusRequest.$Shape
             */

            /**
             * Constructs a new StatusRequest.
             * @memberof leasehold.v1
             * @classdesc Represents a StatusRequest.
             * @constructor
             * @param {leasehold.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new StatusRequest instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.StatusRequest
             * @static
             * @param {leasehold.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.StatusRequest} StatusRequest instance
             * @type {{
             *   (properties: leasehold.v1.StatusRequest.$Shape): leasehold.v1.StatusRequest & leasehold.v1.StatusRequest.$Shape;
             *   (properties?: leasehold.v1.StatusRequest.$Properties): leasehold.v1.StatusRequest;
             * }}
             */
            StatusRequest.create = function(properties) {
                return new StatusRequest(properties);
            };

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link leasehold.v1.StatusRequest.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.StatusRequest
             * @static
             * @param {leasehold.v1.StatusRequest.$Properties} message StatusRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.StatusRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.StatusRequest & leasehold.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.StatusRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a StatusRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.StatusRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.StatusRequest} StatusRequest
             */
            StatusRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.StatusRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.StatusRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.leasehold.v1.StatusRequest();
            };

            /**
             * Creates a plain object from a StatusRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.StatusRequest
             * @static
             * @param {leasehold.v1.StatusRequest} message StatusRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            StatusRequest.toObject = function () {
                return {};
            };

            /**
             * Converts this StatusRequest to JSON.
             * @function toJSON
             * @memberof leasehold.v1.StatusRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            StatusRequest.prototype.toJSON = function() {
                return StatusRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StatusRequest;
        })();

        v1.StatusReply = (function() {

            /**
             * Properties of a StatusReply.
             * @typedef {Object} leasehold.v1.StatusReply.$Properties
             * @property {string} [cluster] StatusReply cluster
             * @property {string} [node] StatusReply node
             * @property {string} [role] StatusReply role
             * @property {Long} [term] StatusReply term
             * @property {string} [leader] StatusReply leader
             * @property {Long} [commit] StatusReply commit
             * @property {Long} [applied] StatusReply applied
             * @property {Long} [revision] StatusReply revision
             * @property {Array.<string>} [warnings] StatusReply warnings
             * @property {Array.<leasehold.v1.Member.$Properties>} [members] StatusReply members
             * @property {Array.<leasehold.v1.Group.$Properties>} [groups] StatusReply groups
             * @property {leasehold.v1.Session.$Properties} [session] StatusReply session
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusReply.
             * @memberof leasehold.v1
             * @interface IStatusReply
             * @augments leasehold.v1.StatusReply.$Properties
             * @deprecated Use leasehold.v1.StatusReply.$Properties instead.
             */

            /**
             * Shape of a StatusReply.
             * @typedef {leasehold.v1.StatusReply.$Properties} leasehold.v1.StatusReply.$Shape
             */

            /**
             * Constructs a new StatusReply.
             * @memberof leasehold.v1
             * @classdesc Represents a StatusReply.
             * @constructor
             * @param {leasehold.v1.StatusReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusReply = function (properties) {
                this.warnings = [];
                this.members = [];
                this.groups = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StatusReply cluster.
             * @member {string} cluster
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.cluster = "";

            /**
             * StatusReply node.
             * @member {string} node
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.node = "";

            /**
             * StatusReply role.
             * @member {string} role
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.role = "";

            /**
             * StatusReply term.
             * @member {Long} term
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StatusReply leader.
             * @member {string} leader
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.leader = "";

            /**
             * StatusReply commit.
             * @member {Long} commit
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StatusReply applied.
             * @member {Long} applied
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.applied = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StatusReply revision.
             * @member {Long} revision
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StatusReply warnings.
             * @member {Array.<string>} warnings
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.warnings = $util.emptyArray;

            /**
             * StatusReply members.
             * @member {Array.<leasehold.v1.Member>} members
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.members = $util.emptyArray;

            /**
             * StatusReply groups.
             * @member {Array.<leasehold.v1.Group>} groups
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.groups = $util.emptyArray;

            /**
             * StatusReply session.
             * @member {leasehold.v1.Session} session
             * @memberof leasehold.v1.StatusReply
             * @instance
             */
            StatusReply.prototype.session = null;

            /**
             * Creates a new StatusReply instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.StatusReply
             * @static
             * @param {leasehold.v1.StatusReply.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.StatusReply} StatusReply instance
             * @type {{
             *   (properties: leasehold.v1.StatusReply.$Shape): leasehold.v1.StatusReply & leasehold.v1.StatusReply.$Shape;
             *   (properties?: leasehold.v1.StatusReply.$Properties): leasehold.v1.StatusReply;
             * }}
             */
            StatusReply.create = function(properties) {
                return new StatusReply(properties);
            };

            /**
             * Encodes the specified StatusReply message. Does not implicitly {@link leasehold.v1.StatusReply.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.StatusReply
             * @static
             * @param {leasehold.v1.StatusReply.$Properties} message StatusReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cluster);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.role);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.term);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.leader);
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.commit);
                if (message.applied != null && $Object.hasOwnProperty.call(message, "applied") && (typeof message.applied === "object" ? message.applied.low || message.applied.high : message.applied !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.applied);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.revision);
                if (message.warnings != null && message.warnings.length)
                    for (let i = 0; i < message.warnings.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.warnings[i]);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.leasehold.v1.Member.encode(message.members[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.groups != null && message.groups.length)
                    for (let i = 0; i < message.groups.length; ++i)
                        $root.leasehold.v1.Group.encode(message.groups[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    $root.leasehold.v1.Session.encode(message.session, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusReply message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.StatusReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.StatusReply & leasehold.v1.StatusReply.$Shape} StatusReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.StatusReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.commit = value;
                            else
                                delete message.commit;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.applied = value;
                            else
                                delete message.applied;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.warnings && message.warnings.length))
                                message.warnings = [];
                            message.warnings.push(reader.stringVerify());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.leasehold.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push($root.leasehold.v1.Group.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.session = $root.leasehold.v1.Session.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a StatusReply message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.StatusReply
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.StatusReply} StatusReply
             */
            StatusReply.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.StatusReply)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.StatusReply: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.StatusReply();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.role != null)
                    if (typeof object.role !== "string" || object.role.length)
                        message.role = $String(object.role);
                if (object.term != null)
                    if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                        if ($util.Long)
                            message.term = $util.Long.fromValue(object.term, true);
                        else if (typeof object.term === "string")
                            message.term = $parseInt(object.term, 10);
                        else if (typeof object.term === "number")
                            message.term = object.term;
                        else if (typeof object.term === "object")
                            message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                if (object.leader != null)
                    if (typeof object.leader !== "string" || object.leader.length)
                        message.leader = $String(object.leader);
                if (object.commit != null)
                    if (typeof object.commit === "object" ? object.commit.low || object.commit.high : $Number(object.commit) !== 0)
                        if ($util.Long)
                            message.commit = $util.Long.fromValue(object.commit, true);
                        else if (typeof object.commit === "string")
                            message.commit = $parseInt(object.commit, 10);
                        else if (typeof object.commit === "number")
                            message.commit = object.commit;
                        else if (typeof object.commit === "object")
                            message.commit = new $util.LongBits(object.commit.low >>> 0, object.commit.high >>> 0).toNumber(true);
                if (object.applied != null)
                    if (typeof object.applied === "object" ? object.applied.low || object.applied.high : $Number(object.applied) !== 0)
                        if ($util.Long)
                            message.applied = $util.Long.fromValue(object.applied, true);
                        else if (typeof object.applied === "string")
                            message.applied = $parseInt(object.applied, 10);
                        else if (typeof object.applied === "number")
                            message.applied = object.applied;
                        else if (typeof object.applied === "object")
                            message.applied = new $util.LongBits(object.applied.low >>> 0, object.applied.high >>> 0).toNumber(true);
                if (object.revision != null)
                    if (typeof object.revision === "object" ? object.revision.low || object.revision.high : $Number(object.revision) !== 0)
                        if ($util.Long)
                            message.revision = $util.Long.fromValue(object.revision, true);
                        else if (typeof object.revision === "string")
                            message.revision = $parseInt(object.revision, 10);
                        else if (typeof object.revision === "number")
                            message.revision = object.revision;
                        else if (typeof object.revision === "object")
                            message.revision = new $util.LongBits(object.revision.low >>> 0, object.revision.high >>> 0).toNumber(true);
                if (object.warnings) {
                    if (!$Array.isArray(object.warnings))
                        throw $TypeError(".leasehold.v1.StatusReply.warnings: array expected");
                    message.warnings = $Array(object.warnings.length);
                    for (let i = 0; i < object.warnings.length; ++i)
                        message.warnings[i] = $String(object.warnings[i]);
                }
                if (object.members) {
                    if (!$Array.isArray(object.members))
                        throw $TypeError(".leasehold.v1.StatusReply.members: array expected");
                    message.members = $Array(object.members.length);
                    for (let i = 0; i < object.members.length; ++i) {
                        if (!$util.isObject(object.members[i]))
                            throw $TypeError(".leasehold.v1.StatusReply.members: object expected");
                        message.members[i] = $root.leasehold.v1.Member.fromObject(object.members[i], _depth + 1);
                    }
                }
                if (object.groups) {
                    if (!$Array.isArray(object.groups))
                        throw $TypeError(".leasehold.v1.StatusReply.groups: array expected");
                    message.groups = $Array(object.groups.length);
                    for (let i = 0; i < object.groups.length; ++i) {
                        if (!$util.isObject(object.groups[i]))
                            throw $TypeError(".leasehold.v1.StatusReply.groups: object expected");
                        message.groups[i] = $root.leasehold.v1.Group.fromObject(object.groups[i], _depth + 1);
                    }
                }
                if (object.session != null) {
                    if (!$util.isObject(object.session))
                        throw $TypeError(".leasehold.v1.StatusReply.session: object expected");
                    message.session = $root.leasehold.v1.Session.fromObject(object.session, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a StatusReply message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.StatusReply
             * @static
             * @param {leasehold.v1.StatusReply} message StatusReply
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            StatusReply.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.warnings = [];
                    object.members = [];
                    object.groups = [];
                }
                if (options.defaults) {
                    object.cluster = "";
                    object.node = "";
                    object.role = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.leader = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.commit = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.commit = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.applied = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.applied = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.revision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.revision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.session = null;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = message.role;
                if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                    else if (typeof message.term === "number")
                        object.term = options.longs === $String ? $String(message.term) : message.term;
                    else
                        object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader"))
                    object.leader = message.leader;
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.commit = typeof message.commit === "number" ? $BigInt(message.commit) : $util.Long.fromBits(message.commit.low >>> 0, message.commit.high >>> 0, true).toBigInt();
                    else if (typeof message.commit === "number")
                        object.commit = options.longs === $String ? $String(message.commit) : message.commit;
                    else
                        object.commit = options.longs === $String ? $util.Long.prototype.toString.call(message.commit) : options.longs === $Number ? new $util.LongBits(message.commit.low >>> 0, message.commit.high >>> 0).toNumber(true) : message.commit;
                if (message.applied != null && $Object.hasOwnProperty.call(message, "applied"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.applied = typeof message.applied === "number" ? $BigInt(message.applied) : $util.Long.fromBits(message.applied.low >>> 0, message.applied.high >>> 0, true).toBigInt();
                    else if (typeof message.applied === "number")
                        object.applied = options.longs === $String ? $String(message.applied) : message.applied;
                    else
                        object.applied = options.longs === $String ? $util.Long.prototype.toString.call(message.applied) : options.longs === $Number ? new $util.LongBits(message.applied.low >>> 0, message.applied.high >>> 0).toNumber(true) : message.applied;
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.revision = typeof message.revision === "number" ? $BigInt(message.revision) : $util.Long.fromBits(message.revision.low >>> 0, message.revision.high >>> 0, true).toBigInt();
                    else if (typeof message.revision === "number")
                        object.revision = options.longs === $String ? $String(message.revision) : message.revision;
                    else
                        object.revision = options.longs === $String ? $util.Long.prototype.toString.call(message.revision) : options.longs === $Number ? new $util.LongBits(message.revision.low >>> 0, message.revision.high >>> 0).toNumber(true) : message.revision;
                if (message.warnings && message.warnings.length) {
                    object.warnings = $Array(message.warnings.length);
                    for (let j = 0; j < message.warnings.length; ++j)
                        object.warnings[j] = message.warnings[j];
                }
                if (message.members && message.members.length) {
                    object.members = $Array(message.members.length);
                    for (let j = 0; j < message.members.length; ++j)
                        object.members[j] = $root.leasehold.v1.Member.toObject(message.members[j], options, _depth + 1);
                }
                if (message.groups && message.groups.length) {
                    object.groups = $Array(message.groups.length);
                    for (let j = 0; j < message.groups.length; ++j)
                        object.groups[j] = $root.leasehold.v1.Group.toObject(message.groups[j], options, _depth + 1);
                }
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    object.session = $root.leasehold.v1.Session.toObject(message.session, options, _depth + 1);
                return object;
            };

            /**
             * Converts this StatusReply to JSON.
             * @function toJSON
             * @memberof leasehold.v1.StatusReply
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            StatusReply.prototype.toJSON = function() {
                return StatusReply.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StatusReply;
        })();

        v1.Session = (function() {

            /**
             * Properties of a Session.
             * @typedef {Object} leasehold.v1.Session.$Properties
             * @property {Long} [incarnation] Session incarnation
             * @property {Long} [number] Session number
             * @property {number} [validForMs] Session validForMs
             * @property {string} [gate] Session gate
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Session.
             * @memberof leasehold.v1
             * @interface ISession
             * @augments leasehold.v1.Session.$Properties
             * @deprecated Use leasehold.v1.Session.$Properties instead.
             */

            /**
             * Shape of a Session.
             * @typedef {leasehold.v1.Session.$Properties} leasehold.v1.Session.$Shape
             */

            /**
             * Constructs a new Session.
             * @memberof leasehold.v1
             * @classdesc Represents a Session.
             * @constructor
             * @param {leasehold.v1.Session.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Session = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Session incarnation.
             * @member {Long} incarnation
             * @memberof leasehold.v1.Session
             * @instance
             */
            Session.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Session number.
             * @member {Long} number
             * @memberof leasehold.v1.Session
             * @instance
             */
            Session.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Session validForMs.
             * @member {number} validForMs
             * @memberof leasehold.v1.Session
             * @instance
             */
            Session.prototype.validForMs = 0;

            /**
             * Session gate.
             * @member {string} gate
             * @memberof leasehold.v1.Session
             * @instance
             */
            Session.prototype.gate = "";

            /**
             * Creates a new Session instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.Session
             * @static
             * @param {leasehold.v1.Session.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.Session} Session instance
             * @type {{
             *   (properties: leasehold.v1.Session.$Shape): leasehold.v1.Session & leasehold.v1.Session.$Shape;
             *   (properties?: leasehold.v1.Session.$Properties): leasehold.v1.Session;
             * }}
             */
            Session.create = function(properties) {
                return new Session(properties);
            };

            /**
             * Encodes the specified Session message. Does not implicitly {@link leasehold.v1.Session.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.Session
             * @static
             * @param {leasehold.v1.Session.$Properties} message Session message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Session.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.incarnation);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.number);
                if (message.validForMs != null && $Object.hasOwnProperty.call(message, "validForMs") && !$Object.is(message.validForMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.validForMs);
                if (message.gate != null && $Object.hasOwnProperty.call(message, "gate") && message.gate !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.gate);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Session message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.Session
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.Session & leasehold.v1.Session.$Shape} Session
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Session.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.Session();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.validForMs = value;
                            else
                                delete message.validForMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.gate = value;
                            else
                                delete message.gate;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Session message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.Session
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.Session} Session
             */
            Session.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.Session)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.Session: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.Session();
                if (object.incarnation != null)
                    if (typeof object.incarnation === "object" ? object.incarnation.low || object.incarnation.high : $Number(object.incarnation) !== 0)
                        if ($util.Long)
                            message.incarnation = $util.Long.fromValue(object.incarnation, true);
                        else if (typeof object.incarnation === "string")
                            message.incarnation = $parseInt(object.incarnation, 10);
                        else if (typeof object.incarnation === "number")
                            message.incarnation = object.incarnation;
                        else if (typeof object.incarnation === "object")
                            message.incarnation = new $util.LongBits(object.incarnation.low >>> 0, object.incarnation.high >>> 0).toNumber(true);
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                if (object.validForMs != null)
                    if (!$Object.is($Number(object.validForMs), 0))
                        message.validForMs = $Number(object.validForMs);
                if (object.gate != null)
                    if (typeof object.gate !== "string" || object.gate.length)
                        message.gate = $String(object.gate);
                return message;
            };

            /**
             * Creates a plain object from a Session message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.Session
             * @static
             * @param {leasehold.v1.Session} message Session
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Session.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.incarnation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.incarnation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.validForMs = 0;
                    object.gate = "";
                }
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.incarnation = typeof message.incarnation === "number" ? $BigInt(message.incarnation) : $util.Long.fromBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0, true).toBigInt();
                    else if (typeof message.incarnation === "number")
                        object.incarnation = options.longs === $String ? $String(message.incarnation) : message.incarnation;
                    else
                        object.incarnation = options.longs === $String ? $util.Long.prototype.toString.call(message.incarnation) : options.longs === $Number ? new $util.LongBits(message.incarnation.low >>> 0, message.incarnation.high >>> 0).toNumber(true) : message.incarnation;
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                if (message.validForMs != null && $Object.hasOwnProperty.call(message, "validForMs"))
                    object.validForMs = options.json && !$isFinite(message.validForMs) ? $String(message.validForMs) : message.validForMs;
                if (message.gate != null && $Object.hasOwnProperty.call(message, "gate"))
                    object.gate = message.gate;
                return object;
            };

            /**
             * Converts this Session to JSON.
             * @function toJSON
             * @memberof leasehold.v1.Session
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Session.prototype.toJSON = function() {
                return Session.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Session;
        })();

        v1.Member = (function() {

            /**
             * Properties of a Member.
             * @typedef {Object} leasehold.v1.Member.$Properties
             * @property {string} [name] Member name
             * @property {boolean} [voter] Member voter
             * @property {boolean} [alive] Member alive
             * @property {Array.<number>} [silenceMs] Member silenceMs
             * @property {string} [session] Member session
             * @property {boolean} [ready] Member ready
             * @property {string} [reason] Member reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Member.
             * @memberof leasehold.v1
             * @interface IMember
             * @augments leasehold.v1.Member.$Properties
             * @deprecated Use leasehold.v1.Member.$Properties instead.
             */

            /**
             * Shape of a Member.
             * @typedef {leasehold.v1.Member.$Properties} leasehold.v1.Member.$Shape
             */

            /**
             * Constructs a new Member.
             * @memberof leasehold.v1
             * @classdesc Represents a Member.
             * @constructor
             * @param {leasehold.v1.Member.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Member = function (properties) {
                this.silenceMs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Member name.
             * @member {string} name
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.name = "";

            /**
             * Member voter.
             * @member {boolean} voter
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.voter = false;

            /**
             * Member alive.
             * @member {boolean} alive
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.alive = false;

            /**
             * Member silenceMs.
             * @member {Array.<number>} silenceMs
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.silenceMs = $util.emptyArray;

            /**
             * Member session.
             * @member {string} session
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.session = "";

            /**
             * Member ready.
             * @member {boolean} ready
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.ready = false;

            /**
             * Member reason.
             * @member {string} reason
             * @memberof leasehold.v1.Member
             * @instance
             */
            Member.prototype.reason = "";

            /**
             * Creates a new Member instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.Member
             * @static
             * @param {leasehold.v1.Member.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.Member} Member instance
             * @type {{
             *   (properties: leasehold.v1.Member.$Shape): leasehold.v1.Member & leasehold.v1.Member.$Shape;
             *   (properties?: leasehold.v1.Member.$Properties): leasehold.v1.Member;
             * }}
             */
            Member.create = function(properties) {
                return new Member(properties);
            };

            /**
             * Encodes the specified Member message. Does not implicitly {@link leasehold.v1.Member.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.Member
             * @static
             * @param {leasehold.v1.Member.$Properties} message Member message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Member.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.voter != null && $Object.hasOwnProperty.call(message, "voter") && message.voter !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.voter);
                if (message.alive != null && $Object.hasOwnProperty.call(message, "alive") && message.alive !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.alive);
                if (message.silenceMs != null && message.silenceMs.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).doubles(message.silenceMs);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.session);
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.ready);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.Member
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.Member & leasehold.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Member.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.Member();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.voter = value;
                            else
                                delete message.voter;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.alive = value;
                            else
                                delete message.alive;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.silenceMs && message.silenceMs.length))
                                    message.silenceMs = [];
                                reader.doubles(message.silenceMs);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.silenceMs && message.silenceMs.length))
                                message.silenceMs = [];
                            message.silenceMs.push(reader.double());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ready = value;
                            else
                                delete message.ready;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Member message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.Member
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.Member} Member
             */
            Member.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.Member)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.Member: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.Member();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.voter != null)
                    if (object.voter)
                        message.voter = $Boolean(object.voter);
                if (object.alive != null)
                    if (object.alive)
                        message.alive = $Boolean(object.alive);
                if (object.silenceMs) {
                    if (!$Array.isArray(object.silenceMs))
                        throw $TypeError(".leasehold.v1.Member.silenceMs: array expected");
                    message.silenceMs = $Array(object.silenceMs.length);
                    for (let i = 0; i < object.silenceMs.length; ++i)
                        message.silenceMs[i] = $Number(object.silenceMs[i]);
                }
                if (object.session != null)
                    if (typeof object.session !== "string" || object.session.length)
                        message.session = $String(object.session);
                if (object.ready != null)
                    if (object.ready)
                        message.ready = $Boolean(object.ready);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a Member message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.Member
             * @static
             * @param {leasehold.v1.Member} message Member
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Member.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.silenceMs = [];
                if (options.defaults) {
                    object.name = "";
                    object.voter = false;
                    object.alive = false;
                    object.session = "";
                    object.ready = false;
                    object.reason = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.voter != null && $Object.hasOwnProperty.call(message, "voter"))
                    object.voter = message.voter;
                if (message.alive != null && $Object.hasOwnProperty.call(message, "alive"))
                    object.alive = message.alive;
                if (message.silenceMs && message.silenceMs.length) {
                    object.silenceMs = $Array(message.silenceMs.length);
                    for (let j = 0; j < message.silenceMs.length; ++j)
                        object.silenceMs[j] = options.json && !$isFinite(message.silenceMs[j]) ? $String(message.silenceMs[j]) : message.silenceMs[j];
                }
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    object.session = message.session;
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                    object.ready = message.ready;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this Member to JSON.
             * @function toJSON
             * @memberof leasehold.v1.Member
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Member.prototype.toJSON = function() {
                return Member.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Member;
        })();

        v1.Group = (function() {

            /**
             * Properties of a Group.
             * @typedef {Object} leasehold.v1.Group.$Properties
             * @property {string} [name] Group name
             * @property {string} [address] Group address
             * @property {string} [holder] Group holder
             * @property {string} [state] Group state
             * @property {string} [token] Group token
             * @property {string} [reason] Group reason
             * @property {string} [proof] Group proof
             * @property {string} [movingTo] Group movingTo
             * @property {string} [local] Group local
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Group.
             * @memberof leasehold.v1
             * @interface IGroup
             * @augments leasehold.v1.Group.$Properties
             * @deprecated Use leasehold.v1.Group.$Properties instead.
             */

            /**
             * Shape of a Group.
             * @typedef {leasehold.v1.Group.$Properties} leasehold.v1.Group.$Shape
             */

            /**
             * Constructs a new Group.
             * @memberof leasehold.v1
             * @classdesc Represents a Group.
             * @constructor
             * @param {leasehold.v1.Group.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Group = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Group name.
             * @member {string} name
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.name = "";

            /**
             * Group address.
             * @member {string} address
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.address = "";

            /**
             * Group holder.
             * @member {string} holder
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.holder = "";

            /**
             * Group state.
             * @member {string} state
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.state = "";

            /**
             * Group token.
             * @member {string} token
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.token = "";

            /**
             * Group reason.
             * @member {string} reason
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.reason = "";

            /**
             * Group proof.
             * @member {string} proof
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.proof = "";

            /**
             * Group movingTo.
             * @member {string} movingTo
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.movingTo = "";

            /**
             * Group local.
             * @member {string} local
             * @memberof leasehold.v1.Group
             * @instance
             */
            Group.prototype.local = "";

            /**
             * Creates a new Group instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.Group
             * @static
             * @param {leasehold.v1.Group.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.Group} Group instance
             * @type {{
             *   (properties: leasehold.v1.Group.$Shape): leasehold.v1.Group & leasehold.v1.Group.$Shape;
             *   (properties?: leasehold.v1.Group.$Properties): leasehold.v1.Group;
             * }}
             */
            Group.create = function(properties) {
                return new Group(properties);
            };

            /**
             * Encodes the specified Group message. Does not implicitly {@link leasehold.v1.Group.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.Group
             * @static
             * @param {leasehold.v1.Group.$Properties} message Group message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Group.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.holder != null && $Object.hasOwnProperty.call(message, "holder") && message.holder !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.holder);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.state);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.token);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.reason);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.proof);
                if (message.movingTo != null && $Object.hasOwnProperty.call(message, "movingTo") && message.movingTo !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.movingTo);
                if (message.local != null && $Object.hasOwnProperty.call(message, "local") && message.local !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.local);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Group message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.Group
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.Group & leasehold.v1.Group.$Shape} Group
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Group.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.Group();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.holder = value;
                            else
                                delete message.holder;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.movingTo = value;
                            else
                                delete message.movingTo;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.local = value;
                            else
                                delete message.local;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Group message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.Group
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.Group} Group
             */
            Group.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.Group)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.Group: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.Group();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.holder != null)
                    if (typeof object.holder !== "string" || object.holder.length)
                        message.holder = $String(object.holder);
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.token != null)
                    if (typeof object.token !== "string" || object.token.length)
                        message.token = $String(object.token);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.proof != null)
                    if (typeof object.proof !== "string" || object.proof.length)
                        message.proof = $String(object.proof);
                if (object.movingTo != null)
                    if (typeof object.movingTo !== "string" || object.movingTo.length)
                        message.movingTo = $String(object.movingTo);
                if (object.local != null)
                    if (typeof object.local !== "string" || object.local.length)
                        message.local = $String(object.local);
                return message;
            };

            /**
             * Creates a plain object from a Group message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.Group
             * @static
             * @param {leasehold.v1.Group} message Group
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Group.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.address = "";
                    object.holder = "";
                    object.state = "";
                    object.token = "";
                    object.reason = "";
                    object.proof = "";
                    object.movingTo = "";
                    object.local = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.holder != null && $Object.hasOwnProperty.call(message, "holder"))
                    object.holder = message.holder;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    object.token = message.token;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = message.proof;
                if (message.movingTo != null && $Object.hasOwnProperty.call(message, "movingTo"))
                    object.movingTo = message.movingTo;
                if (message.local != null && $Object.hasOwnProperty.call(message, "local"))
                    object.local = message.local;
                return object;
            };

            /**
             * Converts this Group to JSON.
             * @function toJSON
             * @memberof leasehold.v1.Group
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Group.prototype.toJSON = function() {
                return Group.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Group;
        })();

        v1.MoveRequest = (function() {

            /**
             * Properties of a MoveRequest.
             * @typedef {Object} leasehold.v1.MoveRequest.$Properties
             * @property {string} [group] MoveRequest group
             * @property {string} [to] MoveRequest to
             * @property {string} [requestId] MoveRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MoveRequest.
             * @memberof leasehold.v1
             * @interface IMoveRequest
             * @augments leasehold.v1.MoveRequest.$Properties
             * @deprecated Use leasehold.v1.MoveRequest.$Properties instead.
             */

            /**
             * Shape of a MoveRequest.
             * @typedef {leasehold.v1.MoveRequest.$Properties} leasehold.v1.MoveRequest.$Shape
             */

            /**
             * Constructs a new MoveRequest.
             * @memberof leasehold.v1
             * @classdesc Represents a MoveRequest.
             * @constructor
             * @param {leasehold.v1.MoveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MoveRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MoveRequest group.
             * @member {string} group
             * @memberof leasehold.v1.MoveRequest
             * @instance
             */
            MoveRequest.prototype.group = "";

            /**
             * MoveRequest to.
             * @member {string} to
             * @memberof leasehold.v1.MoveRequest
             * @instance
             */
            MoveRequest.prototype.to = "";

            /**
             * MoveRequest requestId.
             * @member {string} requestId
             * @memberof leasehold.v1.MoveRequest
             * @instance
             */
            MoveRequest.prototype.requestId = "";

            /**
             * Creates a new MoveRequest instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.MoveRequest
             * @static
             * @param {leasehold.v1.MoveRequest.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.MoveRequest} MoveRequest instance
             * @type {{
             *   (properties: leasehold.v1.MoveRequest.$Shape): leasehold.v1.MoveRequest & leasehold.v1.MoveRequest.$Shape;
             *   (properties?: leasehold.v1.MoveRequest.$Properties): leasehold.v1.MoveRequest;
             * }}
             */
            MoveRequest.create = function(properties) {
                return new MoveRequest(properties);
            };

            /**
             * Encodes the specified MoveRequest message. Does not implicitly {@link leasehold.v1.MoveRequest.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.MoveRequest
             * @static
             * @param {leasehold.v1.MoveRequest.$Properties} message MoveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MoveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.to);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MoveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.MoveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.MoveRequest & leasehold.v1.MoveRequest.$Shape} MoveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MoveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.MoveRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MoveRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.MoveRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.MoveRequest} MoveRequest
             */
            MoveRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.MoveRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.MoveRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.MoveRequest();
                if (object.group != null)
                    if (typeof object.group !== "string" || object.group.length)
                        message.group = $String(object.group);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                if (object.requestId != null)
                    if (typeof object.requestId !== "string" || object.requestId.length)
                        message.requestId = $String(object.requestId);
                return message;
            };

            /**
             * Creates a plain object from a MoveRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.MoveRequest
             * @static
             * @param {leasehold.v1.MoveRequest} message MoveRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MoveRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.group = "";
                    object.to = "";
                    object.requestId = "";
                }
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    object.group = message.group;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    object.requestId = message.requestId;
                return object;
            };

            /**
             * Converts this MoveRequest to JSON.
             * @function toJSON
             * @memberof leasehold.v1.MoveRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MoveRequest.prototype.toJSON = function() {
                return MoveRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MoveRequest;
        })();

        v1.MoveProgress = (function() {

            /**
             * Properties of a MoveProgress.
             * @typedef {Object} leasehold.v1.MoveProgress.$Properties
             * @property {string} [requestId] MoveProgress requestId
             * @property {string} [stage] MoveProgress stage
             * @property {string} [text] MoveProgress text
             * @property {boolean} [done] MoveProgress done
             * @property {boolean} [ok] MoveProgress ok
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MoveProgress.
             * @memberof leasehold.v1
             * @interface IMoveProgress
             * @augments leasehold.v1.MoveProgress.$Properties
             * @deprecated Use leasehold.v1.MoveProgress.$Properties instead.
             */

            /**
             * Shape of a MoveProgress.
             * @typedef {leasehold.v1.MoveProgress.$Properties} leasehold.v1.MoveProgress.$Shape
             */

            /**
             * Constructs a new MoveProgress.
             * @memberof leasehold.v1
             * @classdesc Represents a MoveProgress.
             * @constructor
             * @param {leasehold.v1.MoveProgress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MoveProgress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MoveProgress requestId.
             * @member {string} requestId
             * @memberof leasehold.v1.MoveProgress
             * @instance
             */
            MoveProgress.prototype.requestId = "";

            /**
             * MoveProgress stage.
             * @member {string} stage
             * @memberof leasehold.v1.MoveProgress
             * @instance
             */
            MoveProgress.prototype.stage = "";

            /**
             * MoveProgress text.
             * @member {string} text
             * @memberof leasehold.v1.MoveProgress
             * @instance
             */
            MoveProgress.prototype.text = "";

            /**
             * MoveProgress done.
             * @member {boolean} done
             * @memberof leasehold.v1.MoveProgress
             * @instance
             */
            MoveProgress.prototype.done = false;

            /**
             * MoveProgress ok.
             * @member {boolean} ok
             * @memberof leasehold.v1.MoveProgress
             * @instance
             */
            MoveProgress.prototype.ok = false;

            /**
             * Creates a new MoveProgress instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.MoveProgress
             * @static
             * @param {leasehold.v1.MoveProgress.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.MoveProgress} MoveProgress instance
             * @type {{
             *   (properties: leasehold.v1.MoveProgress.$Shape): leasehold.v1.MoveProgress & leasehold.v1.MoveProgress.$Shape;
             *   (properties?: leasehold.v1.MoveProgress.$Properties): leasehold.v1.MoveProgress;
             * }}
             */
            MoveProgress.create = function(properties) {
                return new MoveProgress(properties);
            };

            /**
             * Encodes the specified MoveProgress message. Does not implicitly {@link leasehold.v1.MoveProgress.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.MoveProgress
             * @static
             * @param {leasehold.v1.MoveProgress.$Properties} message MoveProgress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MoveProgress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.requestId);
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.stage);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
                if (message.done != null && $Object.hasOwnProperty.call(message, "done") && message.done !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.done);
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok") && message.ok !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.ok);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MoveProgress message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.MoveProgress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.MoveProgress & leasehold.v1.MoveProgress.$Shape} MoveProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MoveProgress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.MoveProgress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stage = value;
                            else
                                delete message.stage;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.done = value;
                            else
                                delete message.done;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ok = value;
                            else
                                delete message.ok;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MoveProgress message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.MoveProgress
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.MoveProgress} MoveProgress
             */
            MoveProgress.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.MoveProgress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.MoveProgress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.MoveProgress();
                if (object.requestId != null)
                    if (typeof object.requestId !== "string" || object.requestId.length)
                        message.requestId = $String(object.requestId);
                if (object.stage != null)
                    if (typeof object.stage !== "string" || object.stage.length)
                        message.stage = $String(object.stage);
                if (object.text != null)
                    if (typeof object.text !== "string" || object.text.length)
                        message.text = $String(object.text);
                if (object.done != null)
                    if (object.done)
                        message.done = $Boolean(object.done);
                if (object.ok != null)
                    if (object.ok)
                        message.ok = $Boolean(object.ok);
                return message;
            };

            /**
             * Creates a plain object from a MoveProgress message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.MoveProgress
             * @static
             * @param {leasehold.v1.MoveProgress} message MoveProgress
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MoveProgress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.requestId = "";
                    object.stage = "";
                    object.text = "";
                    object.done = false;
                    object.ok = false;
                }
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    object.requestId = message.requestId;
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage"))
                    object.stage = message.stage;
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    object.text = message.text;
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    object.done = message.done;
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok"))
                    object.ok = message.ok;
                return object;
            };

            /**
             * Converts this MoveProgress to JSON.
             * @function toJSON
             * @memberof leasehold.v1.MoveProgress
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MoveProgress.prototype.toJSON = function() {
                return MoveProgress.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MoveProgress;
        })();

        v1.LogRequest = (function() {

            /**
             * Properties of a LogRequest.
             * @typedef {Object} leasehold.v1.LogRequest.$Properties
             * @property {number} [newest] LogRequest newest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LogRequest.
             * @memberof leasehold.v1
             * @interface ILogRequest
             * @augments leasehold.v1.LogRequest.$Properties
             * @deprecated Use leasehold.v1.LogRequest.$Properties instead.
             */

            /**
             * Shape of a LogRequest.
             * @typedef {leasehold.v1.LogRequest.$Properties} leasehold.v1.LogRequest.$Shape
             */

            /**
             * Constructs a new LogRequest.
             * @memberof leasehold.v1
             * @classdesc Represents a LogRequest.
             * @constructor
             * @param {leasehold.v1.LogRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LogRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LogRequest newest.
             * @member {number} newest
             * @memberof leasehold.v1.LogRequest
             * @instance
             */
            LogRequest.prototype.newest = 0;

            /**
             * Creates a new LogRequest instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LogRequest
             * @static
             * @param {leasehold.v1.LogRequest.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LogRequest} LogRequest instance
             * @type {{
             *   (properties: leasehold.v1.LogRequest.$Shape): leasehold.v1.LogRequest & leasehold.v1.LogRequest.$Shape;
             *   (properties?: leasehold.v1.LogRequest.$Properties): leasehold.v1.LogRequest;
             * }}
             */
            LogRequest.create = function(properties) {
                return new LogRequest(properties);
            };

            /**
             * Encodes the specified LogRequest message. Does not implicitly {@link leasehold.v1.LogRequest.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LogRequest
             * @static
             * @param {leasehold.v1.LogRequest.$Properties} message LogRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LogRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.newest != null && $Object.hasOwnProperty.call(message, "newest") && message.newest !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.newest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LogRequest message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LogRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LogRequest & leasehold.v1.LogRequest.$Shape} LogRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LogRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LogRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.newest = value;
                            else
                                delete message.newest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LogRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LogRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LogRequest} LogRequest
             */
            LogRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LogRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LogRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LogRequest();
                if (object.newest != null)
                    if ($Number(object.newest) !== 0)
                        message.newest = object.newest >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a LogRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LogRequest
             * @static
             * @param {leasehold.v1.LogRequest} message LogRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LogRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.newest = 0;
                if (message.newest != null && $Object.hasOwnProperty.call(message, "newest"))
                    object.newest = message.newest;
                return object;
            };

            /**
             * Converts this LogRequest to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LogRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LogRequest.prototype.toJSON = function() {
                return LogRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogRequest;
        })();

        v1.LogReply = (function() {

            /**
             * Properties of a LogReply.
             * @typedef {Object} leasehold.v1.LogReply.$Properties
             * @property {Array.<leasehold.v1.Decision.$Properties>} [decisions] LogReply decisions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LogReply.
             * @memberof leasehold.v1
             * @interface ILogReply
             * @augments leasehold.v1.LogReply.$Properties
             * @deprecated Use leasehold.v1.LogReply.$Properties instead.
             */

            /**
             * Shape of a LogReply.
             * @typedef {leasehold.v1.LogReply.$Properties} leasehold.v1.LogReply.$Shape
             */

            /**
             * Constructs a new LogReply.
             * @memberof leasehold.v1
             * @classdesc Represents a LogReply.
             * @constructor
             * @param {leasehold.v1.LogReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LogReply = function (properties) {
                this.decisions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LogReply decisions.
             * @member {Array.<leasehold.v1.Decision>} decisions
             * @memberof leasehold.v1.LogReply
             * @instance
             */
            LogReply.prototype.decisions = $util.emptyArray;

            /**
             * Creates a new LogReply instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.LogReply
             * @static
             * @param {leasehold.v1.LogReply.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.LogReply} LogReply instance
             * @type {{
             *   (properties: leasehold.v1.LogReply.$Shape): leasehold.v1.LogReply & leasehold.v1.LogReply.$Shape;
             *   (properties?: leasehold.v1.LogReply.$Properties): leasehold.v1.LogReply;
             * }}
             */
            LogReply.create = function(properties) {
                return new LogReply(properties);
            };

            /**
             * Encodes the specified LogReply message. Does not implicitly {@link leasehold.v1.LogReply.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.LogReply
             * @static
             * @param {leasehold.v1.LogReply.$Properties} message LogReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LogReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.decisions != null && message.decisions.length)
                    for (let i = 0; i < message.decisions.length; ++i)
                        $root.leasehold.v1.Decision.encode(message.decisions[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LogReply message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.LogReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.LogReply & leasehold.v1.LogReply.$Shape} LogReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LogReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.LogReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.decisions && message.decisions.length))
                                message.decisions = [];
                            message.decisions.push($root.leasehold.v1.Decision.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LogReply message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.LogReply
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.LogReply} LogReply
             */
            LogReply.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.LogReply)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.LogReply: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.LogReply();
                if (object.decisions) {
                    if (!$Array.isArray(object.decisions))
                        throw $TypeError(".leasehold.v1.LogReply.decisions: array expected");
                    message.decisions = $Array(object.decisions.length);
                    for (let i = 0; i < object.decisions.length; ++i) {
                        if (!$util.isObject(object.decisions[i]))
                            throw $TypeError(".leasehold.v1.LogReply.decisions: object expected");
                        message.decisions[i] = $root.leasehold.v1.Decision.fromObject(object.decisions[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a LogReply message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.LogReply
             * @static
             * @param {leasehold.v1.LogReply} message LogReply
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LogReply.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.decisions = [];
                if (message.decisions && message.decisions.length) {
                    object.decisions = $Array(message.decisions.length);
                    for (let j = 0; j < message.decisions.length; ++j)
                        object.decisions[j] = $root.leasehold.v1.Decision.toObject(message.decisions[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this LogReply to JSON.
             * @function toJSON
             * @memberof leasehold.v1.LogReply
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LogReply.prototype.toJSON = function() {
                return LogReply.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogReply;
        })();

        v1.Decision = (function() {

            /**
             * Properties of a Decision.
             * @typedef {Object} leasehold.v1.Decision.$Properties
             * @property {Long} [index] Decision index
             * @property {Long} [term] Decision term
             * @property {number} [at] Decision at
             * @property {string} [text] Decision text
             * @property {string} [type] Decision type
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Decision.
             * @memberof leasehold.v1
             * @interface IDecision
             * @augments leasehold.v1.Decision.$Properties
             * @deprecated Use leasehold.v1.Decision.$Properties instead.
             */

            /**
             * Shape of a Decision.
             * @typedef {leasehold.v1.Decision.$Properties} leasehold.v1.Decision.$Shape
             */

            /**
             * Constructs a new Decision.
             * @memberof leasehold.v1
             * @classdesc Represents a Decision.
             * @constructor
             * @param {leasehold.v1.Decision.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Decision = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Decision index.
             * @member {Long} index
             * @memberof leasehold.v1.Decision
             * @instance
             */
            Decision.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Decision term.
             * @member {Long} term
             * @memberof leasehold.v1.Decision
             * @instance
             */
            Decision.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Decision at.
             * @member {number} at
             * @memberof leasehold.v1.Decision
             * @instance
             */
            Decision.prototype.at = 0;

            /**
             * Decision text.
             * @member {string} text
             * @memberof leasehold.v1.Decision
             * @instance
             */
            Decision.prototype.text = "";

            /**
             * Decision type.
             * @member {string} type
             * @memberof leasehold.v1.Decision
             * @instance
             */
            Decision.prototype.type = "";

            /**
             * Creates a new Decision instance using the specified properties.
             * @function create
             * @memberof leasehold.v1.Decision
             * @static
             * @param {leasehold.v1.Decision.$Properties=} [properties] Properties to set
             * @returns {leasehold.v1.Decision} Decision instance
             * @type {{
             *   (properties: leasehold.v1.Decision.$Shape): leasehold.v1.Decision & leasehold.v1.Decision.$Shape;
             *   (properties?: leasehold.v1.Decision.$Properties): leasehold.v1.Decision;
             * }}
             */
            Decision.create = function(properties) {
                return new Decision(properties);
            };

            /**
             * Encodes the specified Decision message. Does not implicitly {@link leasehold.v1.Decision.verify|verify} messages.
             * @function encode
             * @memberof leasehold.v1.Decision
             * @static
             * @param {leasehold.v1.Decision.$Properties} message Decision message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Decision.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && !$Object.is(message.at, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.at);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.text);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.type);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Decision message from the specified reader or buffer.
             * @function decode
             * @memberof leasehold.v1.Decision
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {leasehold.v1.Decision & leasehold.v1.Decision.$Shape} Decision
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Decision.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.leasehold.v1.Decision();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Decision message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof leasehold.v1.Decision
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {leasehold.v1.Decision} Decision
             */
            Decision.fromObject = function (object, _depth) {
                if (object instanceof $root.leasehold.v1.Decision)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".leasehold.v1.Decision: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.leasehold.v1.Decision();
                if (object.index != null)
                    if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                        if ($util.Long)
                            message.index = $util.Long.fromValue(object.index, true);
                        else if (typeof object.index === "string")
                            message.index = $parseInt(object.index, 10);
                        else if (typeof object.index === "number")
                            message.index = object.index;
                        else if (typeof object.index === "object")
                            message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
                if (object.term != null)
                    if (typeof object.term === "object" ? object.term.low || object.term.high : $Number(object.term) !== 0)
                        if ($util.Long)
                            message.term = $util.Long.fromValue(object.term, true);
                        else if (typeof object.term === "string")
                            message.term = $parseInt(object.term, 10);
                        else if (typeof object.term === "number")
                            message.term = object.term;
                        else if (typeof object.term === "object")
                            message.term = new $util.LongBits(object.term.low >>> 0, object.term.high >>> 0).toNumber(true);
                if (object.at != null)
                    if (!$Object.is($Number(object.at), 0))
                        message.at = $Number(object.at);
                if (object.text != null)
                    if (typeof object.text !== "string" || object.text.length)
                        message.text = $String(object.text);
                if (object.type != null)
                    if (typeof object.type !== "string" || object.type.length)
                        message.type = $String(object.type);
                return message;
            };

            /**
             * Creates a plain object from a Decision message. Also converts values to other types if specified.
             * @function toObject
             * @memberof leasehold.v1.Decision
             * @static
             * @param {leasehold.v1.Decision} message Decision
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Decision.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.term = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.term = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.at = 0;
                    object.text = "";
                    object.type = "";
                }
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                    else if (typeof message.index === "number")
                        object.index = options.longs === $String ? $String(message.index) : message.index;
                    else
                        object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
                if (message.term != null && $Object.hasOwnProperty.call(message, "term"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.term = typeof message.term === "number" ? $BigInt(message.term) : $util.Long.fromBits(message.term.low >>> 0, message.term.high >>> 0, true).toBigInt();
                    else if (typeof message.term === "number")
                        object.term = options.longs === $String ? $String(message.term) : message.term;
                    else
                        object.term = options.longs === $String ? $util.Long.prototype.toString.call(message.term) : options.longs === $Number ? new $util.LongBits(message.term.low >>> 0, message.term.high >>> 0).toNumber(true) : message.term;
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    object.at = options.json && !$isFinite(message.at) ? $String(message.at) : message.at;
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    object.text = message.text;
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    object.type = message.type;
                return object;
            };

            /**
             * Converts this Decision to JSON.
             * @function toJSON
             * @memberof leasehold.v1.Decision
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Decision.prototype.toJSON = function() {
                return Decision.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Decision;
        })();

        return v1;
    })();

    return leasehold;
})();

export {
  $root as default
};
