import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace leasehold. */
export namespace leasehold {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a LedgerEntry.
         * @deprecated Use leasehold.v1.LedgerEntry.$Properties instead.
         */
        interface ILedgerEntry extends leasehold.v1.LedgerEntry.$Properties {
        }

        /** Represents a LedgerEntry. */
        class LedgerEntry {

            /**
             * Constructs a new LedgerEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerEntry format. */
            format: number;

            /** LedgerEntry index. */
            index: Long;

            /** LedgerEntry term. */
            term: Long;

            /** LedgerEntry size. */
            size: Long;

            /** LedgerEntry noop. */
            noop: (leasehold.v1.LedgerNoop|null);

            /** LedgerEntry batch. */
            batch: (leasehold.v1.LedgerBatch|null);

            /** LedgerEntry configuration. */
            configuration: (leasehold.v1.LedgerConfiguration|null);

            /** LedgerEntry payload. */
            payload?: ("noop"|"batch"|"configuration");

            /**
             * Creates a new LedgerEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerEntry instance
             */
            static create(properties: leasehold.v1.LedgerEntry.$Shape): leasehold.v1.LedgerEntry & leasehold.v1.LedgerEntry.$Shape;
            static create(properties?: leasehold.v1.LedgerEntry.$Properties): leasehold.v1.LedgerEntry;

            /**
             * Encodes the specified LedgerEntry message. Does not implicitly {@link leasehold.v1.LedgerEntry.verify|verify} messages.
             * @param message LedgerEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerEntry & leasehold.v1.LedgerEntry.$Shape} LedgerEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerEntry & leasehold.v1.LedgerEntry.$Shape;

            /**
             * Creates a LedgerEntry message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerEntry
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerEntry;

            /**
             * Creates a plain object from a LedgerEntry message. Also converts values to other types if specified.
             * @param message LedgerEntry
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerEntry to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerEntry {

            /** Properties of a LedgerEntry. */
            interface $Properties {

                /** LedgerEntry format */
                format?: number;

                /** LedgerEntry index */
                index?: Long;

                /** LedgerEntry term */
                term?: Long;

                /** LedgerEntry size */
                size?: Long;

                /** LedgerEntry noop */
                noop?: (leasehold.v1.LedgerNoop.$Properties|null);

                /** LedgerEntry batch */
                batch?: (leasehold.v1.LedgerBatch.$Properties|null);

                /** LedgerEntry configuration */
                configuration?: (leasehold.v1.LedgerConfiguration.$Properties|null);

                /** LedgerEntry payload */
                payload?: ("noop"|"batch"|"configuration");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a LedgerEntry. */
            type $Shape = {
              format?: number;
              index?: Long;
              term?: Long;
              size?: Long;
              noop?: leasehold.v1.LedgerNoop.$Shape|null;
              batch?: leasehold.v1.LedgerBatch.$Shape|null;
              configuration?: leasehold.v1.LedgerConfiguration.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ payload?: undefined; noop?: null; batch?: null; configuration?: null }|{ payload?: "noop"; noop: leasehold.v1.LedgerNoop.$Shape; batch?: null; configuration?: null }|{ payload?: "batch"; noop?: null; batch: leasehold.v1.LedgerBatch.$Shape; configuration?: null }|{ payload?: "configuration"; noop?: null; batch?: null; configuration: leasehold.v1.LedgerConfiguration.$Shape })
            );
        }

        /**
         * Properties of a LedgerNoop.
         * @deprecated Use leasehold.v1.LedgerNoop.$Properties instead.
         */
        interface ILedgerNoop extends leasehold.v1.LedgerNoop.$Properties {
        }

        /** Represents a LedgerNoop. */
        class LedgerNoop {

            /**
             * Constructs a new LedgerNoop.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerNoop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new LedgerNoop instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerNoop instance
             */
            static create(properties: leasehold.v1.LedgerNoop.$Shape): leasehold.v1.LedgerNoop & leasehold.v1.LedgerNoop.$Shape;
            static create(properties?: leasehold.v1.LedgerNoop.$Properties): leasehold.v1.LedgerNoop;

            /**
             * Encodes the specified LedgerNoop message. Does not implicitly {@link leasehold.v1.LedgerNoop.verify|verify} messages.
             * @param message LedgerNoop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerNoop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerNoop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerNoop & leasehold.v1.LedgerNoop.$Shape} LedgerNoop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerNoop & leasehold.v1.LedgerNoop.$Shape;

            /**
             * Creates a LedgerNoop message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerNoop
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerNoop;

            /**
             * Creates a plain object from a LedgerNoop message. Also converts values to other types if specified.
             * @param message LedgerNoop
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerNoop, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerNoop to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerNoop {

            /** Properties of a LedgerNoop. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerNoop. */
            type $Shape = leasehold.v1.LedgerNoop.$Properties;
        }

        /**
         * Properties of a LedgerHardState.
         * @deprecated Use leasehold.v1.LedgerHardState.$Properties instead.
         */
        interface ILedgerHardState extends leasehold.v1.LedgerHardState.$Properties {
        }

        /** Represents a LedgerHardState. */
        class LedgerHardState {

            /**
             * Constructs a new LedgerHardState.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerHardState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerHardState format. */
            format: number;

            /** LedgerHardState term. */
            term: Long;

            /** LedgerHardState vote. */
            vote: (string|null);

            /** LedgerHardState commit. */
            commit: Long;

            /**
             * Creates a new LedgerHardState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerHardState instance
             */
            static create(properties: leasehold.v1.LedgerHardState.$Shape): leasehold.v1.LedgerHardState & leasehold.v1.LedgerHardState.$Shape;
            static create(properties?: leasehold.v1.LedgerHardState.$Properties): leasehold.v1.LedgerHardState;

            /**
             * Encodes the specified LedgerHardState message. Does not implicitly {@link leasehold.v1.LedgerHardState.verify|verify} messages.
             * @param message LedgerHardState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerHardState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerHardState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerHardState & leasehold.v1.LedgerHardState.$Shape} LedgerHardState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerHardState & leasehold.v1.LedgerHardState.$Shape;

            /**
             * Creates a LedgerHardState message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerHardState
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerHardState;

            /**
             * Creates a plain object from a LedgerHardState message. Also converts values to other types if specified.
             * @param message LedgerHardState
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerHardState, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerHardState to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerHardState {

            /** Properties of a LedgerHardState. */
            interface $Properties {

                /** LedgerHardState format */
                format?: number;

                /** LedgerHardState term */
                term?: Long;

                /** LedgerHardState vote */
                vote?: (string|null);

                /** LedgerHardState commit */
                commit?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerHardState. */
            type $Shape = leasehold.v1.LedgerHardState.$Properties;
        }

        /**
         * Properties of a LedgerConfiguration.
         * @deprecated Use leasehold.v1.LedgerConfiguration.$Properties instead.
         */
        interface ILedgerConfiguration extends leasehold.v1.LedgerConfiguration.$Properties {
        }

        /** Represents a LedgerConfiguration. */
        class LedgerConfiguration {

            /**
             * Constructs a new LedgerConfiguration.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerConfiguration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerConfiguration voters. */
            voters: string[];

            /** LedgerConfiguration outgoing. */
            outgoing: (leasehold.v1.LedgerNodeList|null);

            /** LedgerConfiguration learners. */
            learners: string[];

            /** LedgerConfiguration learnersNext. */
            learnersNext: string[];

            /** LedgerConfiguration autoLeave. */
            autoLeave: boolean;

            /** LedgerConfiguration retired. */
            retired: string[];

            /**
             * Creates a new LedgerConfiguration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerConfiguration instance
             */
            static create(properties: leasehold.v1.LedgerConfiguration.$Shape): leasehold.v1.LedgerConfiguration & leasehold.v1.LedgerConfiguration.$Shape;
            static create(properties?: leasehold.v1.LedgerConfiguration.$Properties): leasehold.v1.LedgerConfiguration;

            /**
             * Encodes the specified LedgerConfiguration message. Does not implicitly {@link leasehold.v1.LedgerConfiguration.verify|verify} messages.
             * @param message LedgerConfiguration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerConfiguration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerConfiguration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerConfiguration & leasehold.v1.LedgerConfiguration.$Shape} LedgerConfiguration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerConfiguration & leasehold.v1.LedgerConfiguration.$Shape;

            /**
             * Creates a LedgerConfiguration message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerConfiguration
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerConfiguration;

            /**
             * Creates a plain object from a LedgerConfiguration message. Also converts values to other types if specified.
             * @param message LedgerConfiguration
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerConfiguration, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerConfiguration to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerConfiguration {

            /** Properties of a LedgerConfiguration. */
            interface $Properties {

                /** LedgerConfiguration voters */
                voters?: string[];

                /** LedgerConfiguration outgoing */
                outgoing?: (leasehold.v1.LedgerNodeList.$Properties|null);

                /** LedgerConfiguration learners */
                learners?: string[];

                /** LedgerConfiguration learnersNext */
                learnersNext?: string[];

                /** LedgerConfiguration autoLeave */
                autoLeave?: boolean;

                /** LedgerConfiguration retired */
                retired?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerConfiguration. */
            type $Shape = leasehold.v1.LedgerConfiguration.$Properties;
        }

        /**
         * Properties of a LedgerSnapshotMark.
         * @deprecated Use leasehold.v1.LedgerSnapshotMark.$Properties instead.
         */
        interface ILedgerSnapshotMark extends leasehold.v1.LedgerSnapshotMark.$Properties {
        }

        /** Represents a LedgerSnapshotMark. */
        class LedgerSnapshotMark {

            /**
             * Constructs a new LedgerSnapshotMark.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerSnapshotMark.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerSnapshotMark format. */
            format: number;

            /** LedgerSnapshotMark index. */
            index: Long;

            /** LedgerSnapshotMark term. */
            term: Long;

            /** LedgerSnapshotMark configuration. */
            configuration: leasehold.v1.LedgerConfiguration;

            /** LedgerSnapshotMark configurationIndex. */
            configurationIndex: Long;

            /**
             * Creates a new LedgerSnapshotMark instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerSnapshotMark instance
             */
            static create(properties: leasehold.v1.LedgerSnapshotMark.$Shape): leasehold.v1.LedgerSnapshotMark & leasehold.v1.LedgerSnapshotMark.$Shape;
            static create(properties?: leasehold.v1.LedgerSnapshotMark.$Properties): leasehold.v1.LedgerSnapshotMark;

            /**
             * Encodes the specified LedgerSnapshotMark message. Does not implicitly {@link leasehold.v1.LedgerSnapshotMark.verify|verify} messages.
             * @param message LedgerSnapshotMark message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerSnapshotMark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerSnapshotMark message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerSnapshotMark & leasehold.v1.LedgerSnapshotMark.$Shape} LedgerSnapshotMark
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerSnapshotMark & leasehold.v1.LedgerSnapshotMark.$Shape;

            /**
             * Creates a LedgerSnapshotMark message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerSnapshotMark
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerSnapshotMark;

            /**
             * Creates a plain object from a LedgerSnapshotMark message. Also converts values to other types if specified.
             * @param message LedgerSnapshotMark
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerSnapshotMark, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerSnapshotMark to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerSnapshotMark {

            /** Properties of a LedgerSnapshotMark. */
            interface $Properties {

                /** LedgerSnapshotMark format */
                format?: number;

                /** LedgerSnapshotMark index */
                index?: Long;

                /** LedgerSnapshotMark term */
                term?: Long;

                /** LedgerSnapshotMark configuration */
                configuration?: leasehold.v1.LedgerConfiguration.$Properties;

                /** LedgerSnapshotMark configurationIndex */
                configurationIndex?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerSnapshotMark. */
            type $Shape = leasehold.v1.LedgerSnapshotMark.$Properties;
        }

        /**
         * Properties of a LedgerNodeList.
         * @deprecated Use leasehold.v1.LedgerNodeList.$Properties instead.
         */
        interface ILedgerNodeList extends leasehold.v1.LedgerNodeList.$Properties {
        }

        /** Represents a LedgerNodeList. */
        class LedgerNodeList {

            /**
             * Constructs a new LedgerNodeList.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerNodeList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerNodeList nodes. */
            nodes: string[];

            /**
             * Creates a new LedgerNodeList instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerNodeList instance
             */
            static create(properties: leasehold.v1.LedgerNodeList.$Shape): leasehold.v1.LedgerNodeList & leasehold.v1.LedgerNodeList.$Shape;
            static create(properties?: leasehold.v1.LedgerNodeList.$Properties): leasehold.v1.LedgerNodeList;

            /**
             * Encodes the specified LedgerNodeList message. Does not implicitly {@link leasehold.v1.LedgerNodeList.verify|verify} messages.
             * @param message LedgerNodeList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerNodeList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerNodeList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerNodeList & leasehold.v1.LedgerNodeList.$Shape} LedgerNodeList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerNodeList & leasehold.v1.LedgerNodeList.$Shape;

            /**
             * Creates a LedgerNodeList message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerNodeList
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerNodeList;

            /**
             * Creates a plain object from a LedgerNodeList message. Also converts values to other types if specified.
             * @param message LedgerNodeList
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerNodeList, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerNodeList to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerNodeList {

            /** Properties of a LedgerNodeList. */
            interface $Properties {

                /** LedgerNodeList nodes */
                nodes?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerNodeList. */
            type $Shape = leasehold.v1.LedgerNodeList.$Properties;
        }

        /**
         * Properties of a LedgerBatch.
         * @deprecated Use leasehold.v1.LedgerBatch.$Properties instead.
         */
        interface ILedgerBatch extends leasehold.v1.LedgerBatch.$Properties {
        }

        /** Represents a LedgerBatch. */
        class LedgerBatch {

            /**
             * Constructs a new LedgerBatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerBatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerBatch at. */
            at: number;

            /** LedgerBatch commands. */
            commands: leasehold.v1.LedgerCommand[];

            /**
             * Creates a new LedgerBatch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerBatch instance
             */
            static create(properties: leasehold.v1.LedgerBatch.$Shape): leasehold.v1.LedgerBatch & leasehold.v1.LedgerBatch.$Shape;
            static create(properties?: leasehold.v1.LedgerBatch.$Properties): leasehold.v1.LedgerBatch;

            /**
             * Encodes the specified LedgerBatch message. Does not implicitly {@link leasehold.v1.LedgerBatch.verify|verify} messages.
             * @param message LedgerBatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerBatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerBatch & leasehold.v1.LedgerBatch.$Shape} LedgerBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerBatch & leasehold.v1.LedgerBatch.$Shape;

            /**
             * Creates a LedgerBatch message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerBatch
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerBatch;

            /**
             * Creates a plain object from a LedgerBatch message. Also converts values to other types if specified.
             * @param message LedgerBatch
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerBatch, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerBatch to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerBatch {

            /** Properties of a LedgerBatch. */
            interface $Properties {

                /** LedgerBatch at */
                at?: number;

                /** LedgerBatch commands */
                commands?: leasehold.v1.LedgerCommand.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerBatch. */
            type $Shape = {
              at?: number;
              commands?: leasehold.v1.LedgerCommand.$Shape[];
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a LedgerSession.
         * @deprecated Use leasehold.v1.LedgerSession.$Properties instead.
         */
        interface ILedgerSession extends leasehold.v1.LedgerSession.$Properties {
        }

        /** Represents a LedgerSession. */
        class LedgerSession {

            /**
             * Constructs a new LedgerSession.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerSession.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerSession node. */
            node: string;

            /** LedgerSession incarnation. */
            incarnation: Long;

            /** LedgerSession number. */
            number: Long;

            /**
             * Creates a new LedgerSession instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerSession instance
             */
            static create(properties: leasehold.v1.LedgerSession.$Shape): leasehold.v1.LedgerSession & leasehold.v1.LedgerSession.$Shape;
            static create(properties?: leasehold.v1.LedgerSession.$Properties): leasehold.v1.LedgerSession;

            /**
             * Encodes the specified LedgerSession message. Does not implicitly {@link leasehold.v1.LedgerSession.verify|verify} messages.
             * @param message LedgerSession message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerSession message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerSession & leasehold.v1.LedgerSession.$Shape} LedgerSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerSession & leasehold.v1.LedgerSession.$Shape;

            /**
             * Creates a LedgerSession message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerSession
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerSession;

            /**
             * Creates a plain object from a LedgerSession message. Also converts values to other types if specified.
             * @param message LedgerSession
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerSession, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerSession to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerSession {

            /** Properties of a LedgerSession. */
            interface $Properties {

                /** LedgerSession node */
                node?: string;

                /** LedgerSession incarnation */
                incarnation?: Long;

                /** LedgerSession number */
                number?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerSession. */
            type $Shape = leasehold.v1.LedgerSession.$Properties;
        }

        /** LedgerGroupState enum. */
        enum LedgerGroupState {

            /** LEDGER_GROUP_STATE_UNSPECIFIED value */
            LEDGER_GROUP_STATE_UNSPECIFIED = 0,

            /** LEDGER_GROUP_STATE_STARTING value */
            LEDGER_GROUP_STATE_STARTING = 1,

            /** LEDGER_GROUP_STATE_RUNNING value */
            LEDGER_GROUP_STATE_RUNNING = 2,

            /** LEDGER_GROUP_STATE_STOPPING value */
            LEDGER_GROUP_STATE_STOPPING = 3,

            /** LEDGER_GROUP_STATE_STOP_FAILED value */
            LEDGER_GROUP_STATE_STOP_FAILED = 4,

            /** LEDGER_GROUP_STATE_RESTARTING value */
            LEDGER_GROUP_STATE_RESTARTING = 5
        }

        /** LedgerProofKind enum. */
        enum LedgerProofKind {

            /** LEDGER_PROOF_KIND_UNSPECIFIED value */
            LEDGER_PROOF_KIND_UNSPECIFIED = 0,

            /** LEDGER_PROOF_KIND_NEVER_HELD value */
            LEDGER_PROOF_KIND_NEVER_HELD = 1,

            /** LEDGER_PROOF_KIND_RELEASED value */
            LEDGER_PROOF_KIND_RELEASED = 2,

            /** LEDGER_PROOF_KIND_GUARD value */
            LEDGER_PROOF_KIND_GUARD = 3,

            /** LEDGER_PROOF_KIND_FENCED value */
            LEDGER_PROOF_KIND_FENCED = 4,

            /** LEDGER_PROOF_KIND_WATCHDOG value */
            LEDGER_PROOF_KIND_WATCHDOG = 5,

            /** LEDGER_PROOF_KIND_REBOOTED value */
            LEDGER_PROOF_KIND_REBOOTED = 6,

            /** LEDGER_PROOF_KIND_OPERATOR value */
            LEDGER_PROOF_KIND_OPERATOR = 7
        }

        /**
         * Properties of a LedgerUnfit.
         * @deprecated Use leasehold.v1.LedgerUnfit.$Properties instead.
         */
        interface ILedgerUnfit extends leasehold.v1.LedgerUnfit.$Properties {
        }

        /** Represents a LedgerUnfit. */
        class LedgerUnfit {

            /**
             * Constructs a new LedgerUnfit.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerUnfit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerUnfit group. */
            group: string;

            /** LedgerUnfit reason. */
            reason: string;

            /**
             * Creates a new LedgerUnfit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerUnfit instance
             */
            static create(properties: leasehold.v1.LedgerUnfit.$Shape): leasehold.v1.LedgerUnfit & leasehold.v1.LedgerUnfit.$Shape;
            static create(properties?: leasehold.v1.LedgerUnfit.$Properties): leasehold.v1.LedgerUnfit;

            /**
             * Encodes the specified LedgerUnfit message. Does not implicitly {@link leasehold.v1.LedgerUnfit.verify|verify} messages.
             * @param message LedgerUnfit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerUnfit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerUnfit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerUnfit & leasehold.v1.LedgerUnfit.$Shape} LedgerUnfit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerUnfit & leasehold.v1.LedgerUnfit.$Shape;

            /**
             * Creates a LedgerUnfit message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerUnfit
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerUnfit;

            /**
             * Creates a plain object from a LedgerUnfit message. Also converts values to other types if specified.
             * @param message LedgerUnfit
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerUnfit, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerUnfit to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerUnfit {

            /** Properties of a LedgerUnfit. */
            interface $Properties {

                /** LedgerUnfit group */
                group?: string;

                /** LedgerUnfit reason */
                reason?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerUnfit. */
            type $Shape = leasehold.v1.LedgerUnfit.$Properties;
        }

        /**
         * Properties of a LedgerCommand.
         * @deprecated Use leasehold.v1.LedgerCommand.$Properties instead.
         */
        interface ILedgerCommand extends leasehold.v1.LedgerCommand.$Properties {
        }

        /** Represents a LedgerCommand. */
        class LedgerCommand {

            /**
             * Constructs a new LedgerCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerCommand configure. */
            configure: (leasehold.v1.LedgerCommand.Configure|null);

            /** LedgerCommand open. */
            open: (leasehold.v1.LedgerCommand.Open|null);

            /** LedgerCommand ready. */
            ready: (leasehold.v1.LedgerCommand.Ready|null);

            /** LedgerCommand suspect. */
            suspect: (leasehold.v1.LedgerCommand.Suspect|null);

            /** LedgerCommand clear. */
            clear: (leasehold.v1.LedgerCommand.Clear|null);

            /** LedgerCommand expire. */
            expire: (leasehold.v1.LedgerCommand.Expire|null);

            /** LedgerCommand claim. */
            claim: (leasehold.v1.LedgerCommand.Claim|null);

            /** LedgerCommand grant. */
            grant: (leasehold.v1.LedgerCommand.Grant|null);

            /** LedgerCommand release. */
            release: (leasehold.v1.LedgerCommand.Release|null);

            /** LedgerCommand adopt. */
            adopt: (leasehold.v1.LedgerCommand.Adopt|null);

            /** LedgerCommand report. */
            report: (leasehold.v1.LedgerCommand.Report|null);

            /** LedgerCommand move. */
            move: (leasehold.v1.LedgerCommand.Move|null);

            /** LedgerCommand cancelMove. */
            cancelMove: (leasehold.v1.LedgerCommand.CancelMove|null);

            /** LedgerCommand forgive. */
            forgive: (leasehold.v1.LedgerCommand.Forgive|null);

            /** LedgerCommand standby. */
            standby: (leasehold.v1.LedgerCommand.Standby|null);

            /** LedgerCommand want. */
            want: (leasehold.v1.LedgerCommand.Want|null);

            /** LedgerCommand maintain. */
            maintain: (leasehold.v1.LedgerCommand.Maintain|null);

            /** LedgerCommand restart. */
            restart: (leasehold.v1.LedgerCommand.Restart|null);

            /** LedgerCommand cards. */
            cards: (leasehold.v1.LedgerCommand.Cards|null);

            /** LedgerCommand acquire. */
            acquire: (leasehold.v1.LedgerCommand.Acquire|null);

            /** LedgerCommand yield. */
            yield: (leasehold.v1.LedgerCommand.Yield|null);

            /** LedgerCommand lapse. */
            lapse: (leasehold.v1.LedgerCommand.Lapse|null);

            /** LedgerCommand proveStop. */
            proveStop: (leasehold.v1.LedgerCommand.ProveStop|null);

            /** LedgerCommand recover. */
            recover: (leasehold.v1.LedgerCommand.Recover|null);

            /** LedgerCommand certify. */
            certify: (leasehold.v1.LedgerCommand.Certify|null);

            /** LedgerCommand readmit. */
            readmit: (leasehold.v1.LedgerCommand.Readmit|null);

            /** LedgerCommand promise. */
            promise: (leasehold.v1.LedgerCommand.Promise|null);

            /** LedgerCommand body. */
            body?: ("configure"|"open"|"ready"|"suspect"|"clear"|"expire"|"claim"|"grant"|"release"|"adopt"|"report"|"move"|"cancelMove"|"forgive"|"standby"|"want"|"maintain"|"restart"|"cards"|"acquire"|"yield"|"lapse"|"proveStop"|"recover"|"certify"|"readmit"|"promise");

            /**
             * Creates a new LedgerCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerCommand instance
             */
            static create(properties: leasehold.v1.LedgerCommand.$Shape): leasehold.v1.LedgerCommand & leasehold.v1.LedgerCommand.$Shape;
            static create(properties?: leasehold.v1.LedgerCommand.$Properties): leasehold.v1.LedgerCommand;

            /**
             * Encodes the specified LedgerCommand message. Does not implicitly {@link leasehold.v1.LedgerCommand.verify|verify} messages.
             * @param message LedgerCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerCommand & leasehold.v1.LedgerCommand.$Shape} LedgerCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand & leasehold.v1.LedgerCommand.$Shape;

            /**
             * Creates a LedgerCommand message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerCommand
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand;

            /**
             * Creates a plain object from a LedgerCommand message. Also converts values to other types if specified.
             * @param message LedgerCommand
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerCommand, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerCommand to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerCommand {

            /** Properties of a LedgerCommand. */
            interface $Properties {

                /** LedgerCommand configure */
                configure?: (leasehold.v1.LedgerCommand.Configure.$Properties|null);

                /** LedgerCommand open */
                open?: (leasehold.v1.LedgerCommand.Open.$Properties|null);

                /** LedgerCommand ready */
                ready?: (leasehold.v1.LedgerCommand.Ready.$Properties|null);

                /** LedgerCommand suspect */
                suspect?: (leasehold.v1.LedgerCommand.Suspect.$Properties|null);

                /** LedgerCommand clear */
                clear?: (leasehold.v1.LedgerCommand.Clear.$Properties|null);

                /** LedgerCommand expire */
                expire?: (leasehold.v1.LedgerCommand.Expire.$Properties|null);

                /** LedgerCommand claim */
                claim?: (leasehold.v1.LedgerCommand.Claim.$Properties|null);

                /** LedgerCommand grant */
                grant?: (leasehold.v1.LedgerCommand.Grant.$Properties|null);

                /** LedgerCommand release */
                release?: (leasehold.v1.LedgerCommand.Release.$Properties|null);

                /** LedgerCommand adopt */
                adopt?: (leasehold.v1.LedgerCommand.Adopt.$Properties|null);

                /** LedgerCommand report */
                report?: (leasehold.v1.LedgerCommand.Report.$Properties|null);

                /** LedgerCommand move */
                move?: (leasehold.v1.LedgerCommand.Move.$Properties|null);

                /** LedgerCommand cancelMove */
                cancelMove?: (leasehold.v1.LedgerCommand.CancelMove.$Properties|null);

                /** LedgerCommand forgive */
                forgive?: (leasehold.v1.LedgerCommand.Forgive.$Properties|null);

                /** LedgerCommand standby */
                standby?: (leasehold.v1.LedgerCommand.Standby.$Properties|null);

                /** LedgerCommand want */
                want?: (leasehold.v1.LedgerCommand.Want.$Properties|null);

                /** LedgerCommand maintain */
                maintain?: (leasehold.v1.LedgerCommand.Maintain.$Properties|null);

                /** LedgerCommand restart */
                restart?: (leasehold.v1.LedgerCommand.Restart.$Properties|null);

                /** LedgerCommand cards */
                cards?: (leasehold.v1.LedgerCommand.Cards.$Properties|null);

                /** LedgerCommand acquire */
                acquire?: (leasehold.v1.LedgerCommand.Acquire.$Properties|null);

                /** LedgerCommand yield */
                "yield"?: (leasehold.v1.LedgerCommand.Yield.$Properties|null);

                /** LedgerCommand lapse */
                lapse?: (leasehold.v1.LedgerCommand.Lapse.$Properties|null);

                /** LedgerCommand proveStop */
                proveStop?: (leasehold.v1.LedgerCommand.ProveStop.$Properties|null);

                /** LedgerCommand recover */
                recover?: (leasehold.v1.LedgerCommand.Recover.$Properties|null);

                /** LedgerCommand certify */
                certify?: (leasehold.v1.LedgerCommand.Certify.$Properties|null);

                /** LedgerCommand readmit */
                readmit?: (leasehold.v1.LedgerCommand.Readmit.$Properties|null);

                /** LedgerCommand promise */
                promise?: (leasehold.v1.LedgerCommand.Promise.$Properties|null);

                /** LedgerCommand body */
                body?: ("configure"|"open"|"ready"|"suspect"|"clear"|"expire"|"claim"|"grant"|"release"|"adopt"|"report"|"move"|"cancelMove"|"forgive"|"standby"|"want"|"maintain"|"restart"|"cards"|"acquire"|"yield"|"lapse"|"proveStop"|"recover"|"certify"|"readmit"|"promise");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a LedgerCommand. */
            type $Shape = {
              configure?: leasehold.v1.LedgerCommand.Configure.$Shape|null;
              open?: leasehold.v1.LedgerCommand.Open.$Shape|null;
              ready?: leasehold.v1.LedgerCommand.Ready.$Shape|null;
              suspect?: leasehold.v1.LedgerCommand.Suspect.$Shape|null;
              clear?: leasehold.v1.LedgerCommand.Clear.$Shape|null;
              expire?: leasehold.v1.LedgerCommand.Expire.$Shape|null;
              claim?: leasehold.v1.LedgerCommand.Claim.$Shape|null;
              grant?: leasehold.v1.LedgerCommand.Grant.$Shape|null;
              release?: leasehold.v1.LedgerCommand.Release.$Shape|null;
              adopt?: leasehold.v1.LedgerCommand.Adopt.$Shape|null;
              report?: leasehold.v1.LedgerCommand.Report.$Shape|null;
              move?: leasehold.v1.LedgerCommand.Move.$Shape|null;
              cancelMove?: leasehold.v1.LedgerCommand.CancelMove.$Shape|null;
              forgive?: leasehold.v1.LedgerCommand.Forgive.$Shape|null;
              standby?: leasehold.v1.LedgerCommand.Standby.$Shape|null;
              want?: leasehold.v1.LedgerCommand.Want.$Shape|null;
              maintain?: leasehold.v1.LedgerCommand.Maintain.$Shape|null;
              restart?: leasehold.v1.LedgerCommand.Restart.$Shape|null;
              cards?: leasehold.v1.LedgerCommand.Cards.$Shape|null;
              acquire?: leasehold.v1.LedgerCommand.Acquire.$Shape|null;
              "yield"?: leasehold.v1.LedgerCommand.Yield.$Shape|null;
              lapse?: leasehold.v1.LedgerCommand.Lapse.$Shape|null;
              proveStop?: leasehold.v1.LedgerCommand.ProveStop.$Shape|null;
              recover?: leasehold.v1.LedgerCommand.Recover.$Shape|null;
              certify?: leasehold.v1.LedgerCommand.Certify.$Shape|null;
              readmit?: leasehold.v1.LedgerCommand.Readmit.$Shape|null;
              promise?: leasehold.v1.LedgerCommand.Promise.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "configure"; configure: leasehold.v1.LedgerCommand.Configure.$Shape; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "open"; configure?: null; open: leasehold.v1.LedgerCommand.Open.$Shape; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "ready"; configure?: null; open?: null; ready: leasehold.v1.LedgerCommand.Ready.$Shape; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "suspect"; configure?: null; open?: null; ready?: null; suspect: leasehold.v1.LedgerCommand.Suspect.$Shape; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "clear"; configure?: null; open?: null; ready?: null; suspect?: null; clear: leasehold.v1.LedgerCommand.Clear.$Shape; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "expire"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire: leasehold.v1.LedgerCommand.Expire.$Shape; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "claim"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim: leasehold.v1.LedgerCommand.Claim.$Shape; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "grant"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant: leasehold.v1.LedgerCommand.Grant.$Shape; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "release"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release: leasehold.v1.LedgerCommand.Release.$Shape; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "adopt"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt: leasehold.v1.LedgerCommand.Adopt.$Shape; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "report"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report: leasehold.v1.LedgerCommand.Report.$Shape; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "move"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move: leasehold.v1.LedgerCommand.Move.$Shape; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "cancelMove"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove: leasehold.v1.LedgerCommand.CancelMove.$Shape; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "forgive"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive: leasehold.v1.LedgerCommand.Forgive.$Shape; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "standby"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby: leasehold.v1.LedgerCommand.Standby.$Shape; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "want"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want: leasehold.v1.LedgerCommand.Want.$Shape; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "maintain"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain: leasehold.v1.LedgerCommand.Maintain.$Shape; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "restart"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart: leasehold.v1.LedgerCommand.Restart.$Shape; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "cards"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards: leasehold.v1.LedgerCommand.Cards.$Shape; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "acquire"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire: leasehold.v1.LedgerCommand.Acquire.$Shape; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "yield"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield": leasehold.v1.LedgerCommand.Yield.$Shape; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "lapse"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse: leasehold.v1.LedgerCommand.Lapse.$Shape; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "proveStop"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop: leasehold.v1.LedgerCommand.ProveStop.$Shape; recover?: null; certify?: null; readmit?: null; promise?: null }|{ body?: "recover"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover: leasehold.v1.LedgerCommand.Recover.$Shape; certify?: null; readmit?: null; promise?: null }|{ body?: "certify"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify: leasehold.v1.LedgerCommand.Certify.$Shape; readmit?: null; promise?: null }|{ body?: "readmit"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit: leasehold.v1.LedgerCommand.Readmit.$Shape; promise?: null }|{ body?: "promise"; configure?: null; open?: null; ready?: null; suspect?: null; clear?: null; expire?: null; claim?: null; grant?: null; release?: null; adopt?: null; report?: null; move?: null; cancelMove?: null; forgive?: null; standby?: null; want?: null; maintain?: null; restart?: null; cards?: null; acquire?: null; "yield"?: null; lapse?: null; proveStop?: null; recover?: null; certify?: null; readmit?: null; promise: leasehold.v1.LedgerCommand.Promise.$Shape })
            );

            /**
             * Properties of a Recover.
             * @deprecated Use leasehold.v1.LedgerCommand.Recover.$Properties instead.
             */
            interface IRecover extends leasehold.v1.LedgerCommand.Recover.$Properties {
            }

            /** Represents a Recover. */
            class Recover {

                /**
                 * Constructs a new Recover.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Recover.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Recover survivor. */
                survivor: string;

                /** Recover lost. */
                lost: string[];

                /** Recover by. */
                by: string;

                /**
                 * Creates a new Recover instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Recover instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Recover.$Shape): leasehold.v1.LedgerCommand.Recover & leasehold.v1.LedgerCommand.Recover.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Recover.$Properties): leasehold.v1.LedgerCommand.Recover;

                /**
                 * Encodes the specified Recover message. Does not implicitly {@link leasehold.v1.LedgerCommand.Recover.verify|verify} messages.
                 * @param message Recover message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Recover.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Recover message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Recover & leasehold.v1.LedgerCommand.Recover.$Shape} Recover
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Recover & leasehold.v1.LedgerCommand.Recover.$Shape;

                /**
                 * Creates a Recover message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Recover
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Recover;

                /**
                 * Creates a plain object from a Recover message. Also converts values to other types if specified.
                 * @param message Recover
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Recover, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Recover to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Recover {

                /** Properties of a Recover. */
                interface $Properties {

                    /** Recover survivor */
                    survivor?: string;

                    /** Recover lost */
                    lost?: string[];

                    /** Recover by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Recover. */
                type $Shape = leasehold.v1.LedgerCommand.Recover.$Properties;
            }

            /**
             * Properties of a Certify.
             * @deprecated Use leasehold.v1.LedgerCommand.Certify.$Properties instead.
             */
            interface ICertify extends leasehold.v1.LedgerCommand.Certify.$Properties {
            }

            /** Represents a Certify. */
            class Certify {

                /**
                 * Constructs a new Certify.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Certify.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Certify node. */
                node: string;

                /** Certify generation. */
                generation: string;

                /** Certify incarnation. */
                incarnation: Long;

                /**
                 * Creates a new Certify instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Certify instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Certify.$Shape): leasehold.v1.LedgerCommand.Certify & leasehold.v1.LedgerCommand.Certify.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Certify.$Properties): leasehold.v1.LedgerCommand.Certify;

                /**
                 * Encodes the specified Certify message. Does not implicitly {@link leasehold.v1.LedgerCommand.Certify.verify|verify} messages.
                 * @param message Certify message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Certify.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Certify message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Certify & leasehold.v1.LedgerCommand.Certify.$Shape} Certify
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Certify & leasehold.v1.LedgerCommand.Certify.$Shape;

                /**
                 * Creates a Certify message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Certify
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Certify;

                /**
                 * Creates a plain object from a Certify message. Also converts values to other types if specified.
                 * @param message Certify
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Certify, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Certify to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Certify {

                /** Properties of a Certify. */
                interface $Properties {

                    /** Certify node */
                    node?: string;

                    /** Certify generation */
                    generation?: string;

                    /** Certify incarnation */
                    incarnation?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Certify. */
                type $Shape = leasehold.v1.LedgerCommand.Certify.$Properties;
            }

            /**
             * Properties of a Readmit.
             * @deprecated Use leasehold.v1.LedgerCommand.Readmit.$Properties instead.
             */
            interface IReadmit extends leasehold.v1.LedgerCommand.Readmit.$Properties {
            }

            /** Represents a Readmit. */
            class Readmit {

                /**
                 * Constructs a new Readmit.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Readmit.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Readmit node. */
                node: string;

                /** Readmit generation. */
                generation: string;

                /** Readmit by. */
                by: string;

                /**
                 * Creates a new Readmit instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Readmit instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Readmit.$Shape): leasehold.v1.LedgerCommand.Readmit & leasehold.v1.LedgerCommand.Readmit.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Readmit.$Properties): leasehold.v1.LedgerCommand.Readmit;

                /**
                 * Encodes the specified Readmit message. Does not implicitly {@link leasehold.v1.LedgerCommand.Readmit.verify|verify} messages.
                 * @param message Readmit message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Readmit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Readmit message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Readmit & leasehold.v1.LedgerCommand.Readmit.$Shape} Readmit
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Readmit & leasehold.v1.LedgerCommand.Readmit.$Shape;

                /**
                 * Creates a Readmit message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Readmit
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Readmit;

                /**
                 * Creates a plain object from a Readmit message. Also converts values to other types if specified.
                 * @param message Readmit
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Readmit, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Readmit to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Readmit {

                /** Properties of a Readmit. */
                interface $Properties {

                    /** Readmit node */
                    node?: string;

                    /** Readmit generation */
                    generation?: string;

                    /** Readmit by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Readmit. */
                type $Shape = leasehold.v1.LedgerCommand.Readmit.$Properties;
            }

            /**
             * Properties of a Configure.
             * @deprecated Use leasehold.v1.LedgerCommand.Configure.$Properties instead.
             */
            interface IConfigure extends leasehold.v1.LedgerCommand.Configure.$Properties {
            }

            /** Represents a Configure. */
            class Configure {

                /**
                 * Constructs a new Configure.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Configure.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Configure baseRevision. */
                baseRevision: Long;

                /** Configure document. */
                document: leasehold.v1.LedgerDocument;

                /** Configure by. */
                by: string;

                /** Configure note. */
                note: string;

                /**
                 * Creates a new Configure instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Configure instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Configure.$Shape): leasehold.v1.LedgerCommand.Configure & leasehold.v1.LedgerCommand.Configure.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Configure.$Properties): leasehold.v1.LedgerCommand.Configure;

                /**
                 * Encodes the specified Configure message. Does not implicitly {@link leasehold.v1.LedgerCommand.Configure.verify|verify} messages.
                 * @param message Configure message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Configure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Configure message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Configure & leasehold.v1.LedgerCommand.Configure.$Shape} Configure
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Configure & leasehold.v1.LedgerCommand.Configure.$Shape;

                /**
                 * Creates a Configure message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Configure
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Configure;

                /**
                 * Creates a plain object from a Configure message. Also converts values to other types if specified.
                 * @param message Configure
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Configure, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Configure to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Configure {

                /** Properties of a Configure. */
                interface $Properties {

                    /** Configure baseRevision */
                    baseRevision?: Long;

                    /** Configure document */
                    document?: leasehold.v1.LedgerDocument.$Properties;

                    /** Configure by */
                    by?: string;

                    /** Configure note */
                    note?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Configure. */
                type $Shape = {
                  baseRevision?: Long;
                  document?: leasehold.v1.LedgerDocument.$Shape;
                  by?: string;
                  note?: string;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Standby.
             * @deprecated Use leasehold.v1.LedgerCommand.Standby.$Properties instead.
             */
            interface IStandby extends leasehold.v1.LedgerCommand.Standby.$Properties {
            }

            /** Represents a Standby. */
            class Standby {

                /**
                 * Constructs a new Standby.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Standby.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Standby node. */
                node: string;

                /** Standby on. */
                on: boolean;

                /** Standby by. */
                by: string;

                /**
                 * Creates a new Standby instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Standby instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Standby.$Shape): leasehold.v1.LedgerCommand.Standby & leasehold.v1.LedgerCommand.Standby.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Standby.$Properties): leasehold.v1.LedgerCommand.Standby;

                /**
                 * Encodes the specified Standby message. Does not implicitly {@link leasehold.v1.LedgerCommand.Standby.verify|verify} messages.
                 * @param message Standby message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Standby.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Standby message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Standby & leasehold.v1.LedgerCommand.Standby.$Shape} Standby
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Standby & leasehold.v1.LedgerCommand.Standby.$Shape;

                /**
                 * Creates a Standby message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Standby
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Standby;

                /**
                 * Creates a plain object from a Standby message. Also converts values to other types if specified.
                 * @param message Standby
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Standby, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Standby to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Standby {

                /** Properties of a Standby. */
                interface $Properties {

                    /** Standby node */
                    node?: string;

                    /** Standby on */
                    on?: boolean;

                    /** Standby by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Standby. */
                type $Shape = leasehold.v1.LedgerCommand.Standby.$Properties;
            }

            /**
             * Properties of a Want.
             * @deprecated Use leasehold.v1.LedgerCommand.Want.$Properties instead.
             */
            interface IWant extends leasehold.v1.LedgerCommand.Want.$Properties {
            }

            /** Represents a Want. */
            class Want {

                /**
                 * Constructs a new Want.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Want.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Want group. */
                group: string;

                /** Want running. */
                running: boolean;

                /** Want by. */
                by: string;

                /**
                 * Creates a new Want instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Want instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Want.$Shape): leasehold.v1.LedgerCommand.Want & leasehold.v1.LedgerCommand.Want.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Want.$Properties): leasehold.v1.LedgerCommand.Want;

                /**
                 * Encodes the specified Want message. Does not implicitly {@link leasehold.v1.LedgerCommand.Want.verify|verify} messages.
                 * @param message Want message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Want.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Want message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Want & leasehold.v1.LedgerCommand.Want.$Shape} Want
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Want & leasehold.v1.LedgerCommand.Want.$Shape;

                /**
                 * Creates a Want message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Want
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Want;

                /**
                 * Creates a plain object from a Want message. Also converts values to other types if specified.
                 * @param message Want
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Want, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Want to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Want {

                /** Properties of a Want. */
                interface $Properties {

                    /** Want group */
                    group?: string;

                    /** Want running */
                    running?: boolean;

                    /** Want by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Want. */
                type $Shape = leasehold.v1.LedgerCommand.Want.$Properties;
            }

            /**
             * Properties of a Maintain.
             * @deprecated Use leasehold.v1.LedgerCommand.Maintain.$Properties instead.
             */
            interface IMaintain extends leasehold.v1.LedgerCommand.Maintain.$Properties {
            }

            /** Represents a Maintain. */
            class Maintain {

                /**
                 * Constructs a new Maintain.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Maintain.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Maintain group. */
                group: (string|null);

                /** Maintain on. */
                on: boolean;

                /** Maintain by. */
                by: string;

                /**
                 * Creates a new Maintain instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Maintain instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Maintain.$Shape): leasehold.v1.LedgerCommand.Maintain & leasehold.v1.LedgerCommand.Maintain.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Maintain.$Properties): leasehold.v1.LedgerCommand.Maintain;

                /**
                 * Encodes the specified Maintain message. Does not implicitly {@link leasehold.v1.LedgerCommand.Maintain.verify|verify} messages.
                 * @param message Maintain message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Maintain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Maintain message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Maintain & leasehold.v1.LedgerCommand.Maintain.$Shape} Maintain
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Maintain & leasehold.v1.LedgerCommand.Maintain.$Shape;

                /**
                 * Creates a Maintain message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Maintain
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Maintain;

                /**
                 * Creates a plain object from a Maintain message. Also converts values to other types if specified.
                 * @param message Maintain
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Maintain, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Maintain to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Maintain {

                /** Properties of a Maintain. */
                interface $Properties {

                    /** Maintain group */
                    group?: (string|null);

                    /** Maintain on */
                    on?: boolean;

                    /** Maintain by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Maintain. */
                type $Shape = leasehold.v1.LedgerCommand.Maintain.$Properties;
            }

            /**
             * Properties of a Restart.
             * @deprecated Use leasehold.v1.LedgerCommand.Restart.$Properties instead.
             */
            interface IRestart extends leasehold.v1.LedgerCommand.Restart.$Properties {
            }

            /** Represents a Restart. */
            class Restart {

                /**
                 * Constructs a new Restart.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Restart.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Restart node. */
                node: string;

                /** Restart requestId. */
                requestId: string;

                /** Restart by. */
                by: string;

                /**
                 * Creates a new Restart instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Restart instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Restart.$Shape): leasehold.v1.LedgerCommand.Restart & leasehold.v1.LedgerCommand.Restart.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Restart.$Properties): leasehold.v1.LedgerCommand.Restart;

                /**
                 * Encodes the specified Restart message. Does not implicitly {@link leasehold.v1.LedgerCommand.Restart.verify|verify} messages.
                 * @param message Restart message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Restart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Restart message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Restart & leasehold.v1.LedgerCommand.Restart.$Shape} Restart
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Restart & leasehold.v1.LedgerCommand.Restart.$Shape;

                /**
                 * Creates a Restart message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Restart
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Restart;

                /**
                 * Creates a plain object from a Restart message. Also converts values to other types if specified.
                 * @param message Restart
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Restart, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Restart to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Restart {

                /** Properties of a Restart. */
                interface $Properties {

                    /** Restart node */
                    node?: string;

                    /** Restart requestId */
                    requestId?: string;

                    /** Restart by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Restart. */
                type $Shape = leasehold.v1.LedgerCommand.Restart.$Properties;
            }

            /**
             * Properties of a Cards.
             * @deprecated Use leasehold.v1.LedgerCommand.Cards.$Properties instead.
             */
            interface ICards extends leasehold.v1.LedgerCommand.Cards.$Properties {
            }

            /** Represents a Cards. */
            class Cards {

                /**
                 * Constructs a new Cards.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Cards.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Cards session. */
                session: leasehold.v1.LedgerSession;

                /** Cards cards. */
                cards: leasehold.v1.LedgerCard[];

                /**
                 * Creates a new Cards instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Cards instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Cards.$Shape): leasehold.v1.LedgerCommand.Cards & leasehold.v1.LedgerCommand.Cards.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Cards.$Properties): leasehold.v1.LedgerCommand.Cards;

                /**
                 * Encodes the specified Cards message. Does not implicitly {@link leasehold.v1.LedgerCommand.Cards.verify|verify} messages.
                 * @param message Cards message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Cards.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Cards message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Cards & leasehold.v1.LedgerCommand.Cards.$Shape} Cards
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Cards & leasehold.v1.LedgerCommand.Cards.$Shape;

                /**
                 * Creates a Cards message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Cards
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Cards;

                /**
                 * Creates a plain object from a Cards message. Also converts values to other types if specified.
                 * @param message Cards
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Cards, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Cards to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Cards {

                /** Properties of a Cards. */
                interface $Properties {

                    /** Cards session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Cards cards */
                    cards?: leasehold.v1.LedgerCard.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Cards. */
                type $Shape = leasehold.v1.LedgerCommand.Cards.$Properties;
            }

            /**
             * Properties of an Acquire.
             * @deprecated Use leasehold.v1.LedgerCommand.Acquire.$Properties instead.
             */
            interface IAcquire extends leasehold.v1.LedgerCommand.Acquire.$Properties {
            }

            /** Represents an Acquire. */
            class Acquire {

                /**
                 * Constructs a new Acquire.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Acquire.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Acquire name. */
                name: string;

                /** Acquire owner. */
                owner: string;

                /** Acquire ttl. */
                ttl: number;

                /** Acquire note. */
                note: string;

                /**
                 * Creates a new Acquire instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Acquire instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Acquire.$Shape): leasehold.v1.LedgerCommand.Acquire & leasehold.v1.LedgerCommand.Acquire.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Acquire.$Properties): leasehold.v1.LedgerCommand.Acquire;

                /**
                 * Encodes the specified Acquire message. Does not implicitly {@link leasehold.v1.LedgerCommand.Acquire.verify|verify} messages.
                 * @param message Acquire message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Acquire.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Acquire message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Acquire & leasehold.v1.LedgerCommand.Acquire.$Shape} Acquire
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Acquire & leasehold.v1.LedgerCommand.Acquire.$Shape;

                /**
                 * Creates an Acquire message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Acquire
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Acquire;

                /**
                 * Creates a plain object from an Acquire message. Also converts values to other types if specified.
                 * @param message Acquire
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Acquire, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Acquire to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Acquire {

                /** Properties of an Acquire. */
                interface $Properties {

                    /** Acquire name */
                    name?: string;

                    /** Acquire owner */
                    owner?: string;

                    /** Acquire ttl */
                    ttl?: number;

                    /** Acquire note */
                    note?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Acquire. */
                type $Shape = leasehold.v1.LedgerCommand.Acquire.$Properties;
            }

            /**
             * Properties of a Yield.
             * @deprecated Use leasehold.v1.LedgerCommand.Yield.$Properties instead.
             */
            interface IYield extends leasehold.v1.LedgerCommand.Yield.$Properties {
            }

            /** Represents a Yield. */
            class Yield {

                /**
                 * Constructs a new Yield.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Yield.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Yield name. */
                name: string;

                /** Yield owner. */
                owner: string;

                /** Yield token. */
                token: Long;

                /**
                 * Creates a new Yield instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Yield instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Yield.$Shape): leasehold.v1.LedgerCommand.Yield & leasehold.v1.LedgerCommand.Yield.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Yield.$Properties): leasehold.v1.LedgerCommand.Yield;

                /**
                 * Encodes the specified Yield message. Does not implicitly {@link leasehold.v1.LedgerCommand.Yield.verify|verify} messages.
                 * @param message Yield message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Yield.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Yield message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Yield & leasehold.v1.LedgerCommand.Yield.$Shape} Yield
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Yield & leasehold.v1.LedgerCommand.Yield.$Shape;

                /**
                 * Creates a Yield message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Yield
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Yield;

                /**
                 * Creates a plain object from a Yield message. Also converts values to other types if specified.
                 * @param message Yield
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Yield, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Yield to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Yield {

                /** Properties of a Yield. */
                interface $Properties {

                    /** Yield name */
                    name?: string;

                    /** Yield owner */
                    owner?: string;

                    /** Yield token */
                    token?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Yield. */
                type $Shape = leasehold.v1.LedgerCommand.Yield.$Properties;
            }

            /**
             * Properties of a Lapse.
             * @deprecated Use leasehold.v1.LedgerCommand.Lapse.$Properties instead.
             */
            interface ILapse extends leasehold.v1.LedgerCommand.Lapse.$Properties {
            }

            /** Represents a Lapse. */
            class Lapse {

                /**
                 * Constructs a new Lapse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Lapse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Lapse name. */
                name: string;

                /** Lapse token. */
                token: Long;

                /** Lapse term. */
                term: Long;

                /**
                 * Creates a new Lapse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Lapse instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Lapse.$Shape): leasehold.v1.LedgerCommand.Lapse & leasehold.v1.LedgerCommand.Lapse.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Lapse.$Properties): leasehold.v1.LedgerCommand.Lapse;

                /**
                 * Encodes the specified Lapse message. Does not implicitly {@link leasehold.v1.LedgerCommand.Lapse.verify|verify} messages.
                 * @param message Lapse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Lapse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Lapse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Lapse & leasehold.v1.LedgerCommand.Lapse.$Shape} Lapse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Lapse & leasehold.v1.LedgerCommand.Lapse.$Shape;

                /**
                 * Creates a Lapse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Lapse
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Lapse;

                /**
                 * Creates a plain object from a Lapse message. Also converts values to other types if specified.
                 * @param message Lapse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Lapse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Lapse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Lapse {

                /** Properties of a Lapse. */
                interface $Properties {

                    /** Lapse name */
                    name?: string;

                    /** Lapse token */
                    token?: Long;

                    /** Lapse term */
                    term?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Lapse. */
                type $Shape = leasehold.v1.LedgerCommand.Lapse.$Properties;
            }

            /**
             * Properties of an Open.
             * @deprecated Use leasehold.v1.LedgerCommand.Open.$Properties instead.
             */
            interface IOpen extends leasehold.v1.LedgerCommand.Open.$Properties {
            }

            /** Represents an Open. */
            class Open {

                /**
                 * Constructs a new Open.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Open.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Open session. */
                session: leasehold.v1.LedgerSession;

                /** Open bootId. */
                bootId: string;

                /** Open generation. */
                generation: string;

                /**
                 * Creates a new Open instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Open instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Open.$Shape): leasehold.v1.LedgerCommand.Open & leasehold.v1.LedgerCommand.Open.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Open.$Properties): leasehold.v1.LedgerCommand.Open;

                /**
                 * Encodes the specified Open message. Does not implicitly {@link leasehold.v1.LedgerCommand.Open.verify|verify} messages.
                 * @param message Open message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Open.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Open message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Open & leasehold.v1.LedgerCommand.Open.$Shape} Open
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Open & leasehold.v1.LedgerCommand.Open.$Shape;

                /**
                 * Creates an Open message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Open
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Open;

                /**
                 * Creates a plain object from an Open message. Also converts values to other types if specified.
                 * @param message Open
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Open, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Open to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Open {

                /** Properties of an Open. */
                interface $Properties {

                    /** Open session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Open bootId */
                    bootId?: string;

                    /** Open generation */
                    generation?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Open. */
                type $Shape = leasehold.v1.LedgerCommand.Open.$Properties;
            }

            /**
             * Properties of a Ready.
             * @deprecated Use leasehold.v1.LedgerCommand.Ready.$Properties instead.
             */
            interface IReady extends leasehold.v1.LedgerCommand.Ready.$Properties {
            }

            /** Represents a Ready. */
            class Ready {

                /**
                 * Constructs a new Ready.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Ready.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Ready session. */
                session: leasehold.v1.LedgerSession;

                /** Ready revision. */
                revision: Long;

                /** Ready guard. */
                guard: boolean;

                /** Ready reason. */
                reason: string;

                /** Ready unfit. */
                unfit: leasehold.v1.LedgerUnfit[];

                /**
                 * Creates a new Ready instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Ready instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Ready.$Shape): leasehold.v1.LedgerCommand.Ready & leasehold.v1.LedgerCommand.Ready.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Ready.$Properties): leasehold.v1.LedgerCommand.Ready;

                /**
                 * Encodes the specified Ready message. Does not implicitly {@link leasehold.v1.LedgerCommand.Ready.verify|verify} messages.
                 * @param message Ready message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Ready.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Ready message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Ready & leasehold.v1.LedgerCommand.Ready.$Shape} Ready
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Ready & leasehold.v1.LedgerCommand.Ready.$Shape;

                /**
                 * Creates a Ready message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Ready
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Ready;

                /**
                 * Creates a plain object from a Ready message. Also converts values to other types if specified.
                 * @param message Ready
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Ready, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Ready to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Ready {

                /** Properties of a Ready. */
                interface $Properties {

                    /** Ready session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Ready revision */
                    revision?: Long;

                    /** Ready guard */
                    guard?: boolean;

                    /** Ready reason */
                    reason?: string;

                    /** Ready unfit */
                    unfit?: leasehold.v1.LedgerUnfit.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Ready. */
                type $Shape = leasehold.v1.LedgerCommand.Ready.$Properties;
            }

            /**
             * Properties of a Suspect.
             * @deprecated Use leasehold.v1.LedgerCommand.Suspect.$Properties instead.
             */
            interface ISuspect extends leasehold.v1.LedgerCommand.Suspect.$Properties {
            }

            /** Represents a Suspect. */
            class Suspect {

                /**
                 * Constructs a new Suspect.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Suspect.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Suspect session. */
                session: leasehold.v1.LedgerSession;

                /** Suspect reason. */
                reason: string;

                /**
                 * Creates a new Suspect instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Suspect instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Suspect.$Shape): leasehold.v1.LedgerCommand.Suspect & leasehold.v1.LedgerCommand.Suspect.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Suspect.$Properties): leasehold.v1.LedgerCommand.Suspect;

                /**
                 * Encodes the specified Suspect message. Does not implicitly {@link leasehold.v1.LedgerCommand.Suspect.verify|verify} messages.
                 * @param message Suspect message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Suspect.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Suspect message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Suspect & leasehold.v1.LedgerCommand.Suspect.$Shape} Suspect
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Suspect & leasehold.v1.LedgerCommand.Suspect.$Shape;

                /**
                 * Creates a Suspect message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Suspect
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Suspect;

                /**
                 * Creates a plain object from a Suspect message. Also converts values to other types if specified.
                 * @param message Suspect
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Suspect, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Suspect to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Suspect {

                /** Properties of a Suspect. */
                interface $Properties {

                    /** Suspect session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Suspect reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Suspect. */
                type $Shape = leasehold.v1.LedgerCommand.Suspect.$Properties;
            }

            /**
             * Properties of a Clear.
             * @deprecated Use leasehold.v1.LedgerCommand.Clear.$Properties instead.
             */
            interface IClear extends leasehold.v1.LedgerCommand.Clear.$Properties {
            }

            /** Represents a Clear. */
            class Clear {

                /**
                 * Constructs a new Clear.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Clear.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Clear session. */
                session: leasehold.v1.LedgerSession;

                /** Clear suspectIndex. */
                suspectIndex: Long;

                /** Clear reason. */
                reason: string;

                /**
                 * Creates a new Clear instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Clear instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Clear.$Shape): leasehold.v1.LedgerCommand.Clear & leasehold.v1.LedgerCommand.Clear.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Clear.$Properties): leasehold.v1.LedgerCommand.Clear;

                /**
                 * Encodes the specified Clear message. Does not implicitly {@link leasehold.v1.LedgerCommand.Clear.verify|verify} messages.
                 * @param message Clear message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Clear.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Clear message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Clear & leasehold.v1.LedgerCommand.Clear.$Shape} Clear
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Clear & leasehold.v1.LedgerCommand.Clear.$Shape;

                /**
                 * Creates a Clear message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Clear
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Clear;

                /**
                 * Creates a plain object from a Clear message. Also converts values to other types if specified.
                 * @param message Clear
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Clear, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Clear to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Clear {

                /** Properties of a Clear. */
                interface $Properties {

                    /** Clear session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Clear suspectIndex */
                    suspectIndex?: Long;

                    /** Clear reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Clear. */
                type $Shape = leasehold.v1.LedgerCommand.Clear.$Properties;
            }

            /**
             * Properties of an Expire.
             * @deprecated Use leasehold.v1.LedgerCommand.Expire.$Properties instead.
             */
            interface IExpire extends leasehold.v1.LedgerCommand.Expire.$Properties {
            }

            /** Represents an Expire. */
            class Expire {

                /**
                 * Constructs a new Expire.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Expire.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Expire session. */
                session: leasehold.v1.LedgerSession;

                /** Expire suspectIndex. */
                suspectIndex: Long;

                /** Expire term. */
                term: Long;

                /** Expire evidence. */
                evidence: string;

                /**
                 * Creates a new Expire instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Expire instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Expire.$Shape): leasehold.v1.LedgerCommand.Expire & leasehold.v1.LedgerCommand.Expire.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Expire.$Properties): leasehold.v1.LedgerCommand.Expire;

                /**
                 * Encodes the specified Expire message. Does not implicitly {@link leasehold.v1.LedgerCommand.Expire.verify|verify} messages.
                 * @param message Expire message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Expire.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Expire message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Expire & leasehold.v1.LedgerCommand.Expire.$Shape} Expire
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Expire & leasehold.v1.LedgerCommand.Expire.$Shape;

                /**
                 * Creates an Expire message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Expire
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Expire;

                /**
                 * Creates a plain object from an Expire message. Also converts values to other types if specified.
                 * @param message Expire
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Expire, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Expire to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Expire {

                /** Properties of an Expire. */
                interface $Properties {

                    /** Expire session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Expire suspectIndex */
                    suspectIndex?: Long;

                    /** Expire term */
                    term?: Long;

                    /** Expire evidence */
                    evidence?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Expire. */
                type $Shape = leasehold.v1.LedgerCommand.Expire.$Properties;
            }

            /**
             * Properties of a Claim.
             * @deprecated Use leasehold.v1.LedgerCommand.Claim.$Properties instead.
             */
            interface IClaim extends leasehold.v1.LedgerCommand.Claim.$Properties {
            }

            /** Represents a Claim. */
            class Claim {

                /**
                 * Constructs a new Claim.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Claim.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Claim group. */
                group: string;

                /** Claim successor. */
                successor: leasehold.v1.LedgerSession;

                /** Claim fromToken. */
                fromToken: Long;

                /** Claim reason. */
                reason: string;

                /**
                 * Creates a new Claim instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Claim instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Claim.$Shape): leasehold.v1.LedgerCommand.Claim & leasehold.v1.LedgerCommand.Claim.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Claim.$Properties): leasehold.v1.LedgerCommand.Claim;

                /**
                 * Encodes the specified Claim message. Does not implicitly {@link leasehold.v1.LedgerCommand.Claim.verify|verify} messages.
                 * @param message Claim message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Claim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Claim message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Claim & leasehold.v1.LedgerCommand.Claim.$Shape} Claim
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Claim & leasehold.v1.LedgerCommand.Claim.$Shape;

                /**
                 * Creates a Claim message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Claim
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Claim;

                /**
                 * Creates a plain object from a Claim message. Also converts values to other types if specified.
                 * @param message Claim
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Claim, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Claim to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Claim {

                /** Properties of a Claim. */
                interface $Properties {

                    /** Claim group */
                    group?: string;

                    /** Claim successor */
                    successor?: leasehold.v1.LedgerSession.$Properties;

                    /** Claim fromToken */
                    fromToken?: Long;

                    /** Claim reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Claim. */
                type $Shape = leasehold.v1.LedgerCommand.Claim.$Properties;
            }

            /**
             * Properties of a Grant.
             * @deprecated Use leasehold.v1.LedgerCommand.Grant.$Properties instead.
             */
            interface IGrant extends leasehold.v1.LedgerCommand.Grant.$Properties {
            }

            /** Represents a Grant. */
            class Grant {

                /**
                 * Constructs a new Grant.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Grant.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Grant group. */
                group: string;

                /** Grant session. */
                session: leasehold.v1.LedgerSession;

                /** Grant fromToken. */
                fromToken: Long;

                /** Grant reason. */
                reason: string;

                /**
                 * Creates a new Grant instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Grant instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Grant.$Shape): leasehold.v1.LedgerCommand.Grant & leasehold.v1.LedgerCommand.Grant.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Grant.$Properties): leasehold.v1.LedgerCommand.Grant;

                /**
                 * Encodes the specified Grant message. Does not implicitly {@link leasehold.v1.LedgerCommand.Grant.verify|verify} messages.
                 * @param message Grant message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Grant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Grant message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Grant & leasehold.v1.LedgerCommand.Grant.$Shape} Grant
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Grant & leasehold.v1.LedgerCommand.Grant.$Shape;

                /**
                 * Creates a Grant message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Grant
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Grant;

                /**
                 * Creates a plain object from a Grant message. Also converts values to other types if specified.
                 * @param message Grant
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Grant, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Grant to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Grant {

                /** Properties of a Grant. */
                interface $Properties {

                    /** Grant group */
                    group?: string;

                    /** Grant session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Grant fromToken */
                    fromToken?: Long;

                    /** Grant reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Grant. */
                type $Shape = leasehold.v1.LedgerCommand.Grant.$Properties;
            }

            /**
             * Properties of a Promise.
             * @deprecated Use leasehold.v1.LedgerCommand.Promise.$Properties instead.
             */
            interface IPromise extends leasehold.v1.LedgerCommand.Promise.$Properties {
            }

            /** Represents a Promise. */
            class Promise {

                /**
                 * Constructs a new Promise.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Promise.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Promise group. */
                group: string;

                /** Promise successor. */
                successor: leasehold.v1.LedgerSession;

                /** Promise fromToken. */
                fromToken: Long;

                /** Promise reason. */
                reason: string;

                /**
                 * Creates a new Promise instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Promise instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Promise.$Shape): leasehold.v1.LedgerCommand.Promise & leasehold.v1.LedgerCommand.Promise.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Promise.$Properties): leasehold.v1.LedgerCommand.Promise;

                /**
                 * Encodes the specified Promise message. Does not implicitly {@link leasehold.v1.LedgerCommand.Promise.verify|verify} messages.
                 * @param message Promise message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Promise.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Promise message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Promise & leasehold.v1.LedgerCommand.Promise.$Shape} Promise
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Promise & leasehold.v1.LedgerCommand.Promise.$Shape;

                /**
                 * Creates a Promise message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Promise
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Promise;

                /**
                 * Creates a plain object from a Promise message. Also converts values to other types if specified.
                 * @param message Promise
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Promise, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Promise to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Promise {

                /** Properties of a Promise. */
                interface $Properties {

                    /** Promise group */
                    group?: string;

                    /** Promise successor */
                    successor?: leasehold.v1.LedgerSession.$Properties;

                    /** Promise fromToken */
                    fromToken?: Long;

                    /** Promise reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Promise. */
                type $Shape = leasehold.v1.LedgerCommand.Promise.$Properties;
            }

            /**
             * Properties of a Release.
             * @deprecated Use leasehold.v1.LedgerCommand.Release.$Properties instead.
             */
            interface IRelease extends leasehold.v1.LedgerCommand.Release.$Properties {
            }

            /** Represents a Release. */
            class Release {

                /**
                 * Constructs a new Release.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Release.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Release group. */
                group: string;

                /** Release session. */
                session: leasehold.v1.LedgerSession;

                /** Release token. */
                token: Long;

                /** Release failed. */
                failed: boolean;

                /** Release evidence. */
                evidence: string;

                /**
                 * Creates a new Release instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Release instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Release.$Shape): leasehold.v1.LedgerCommand.Release & leasehold.v1.LedgerCommand.Release.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Release.$Properties): leasehold.v1.LedgerCommand.Release;

                /**
                 * Encodes the specified Release message. Does not implicitly {@link leasehold.v1.LedgerCommand.Release.verify|verify} messages.
                 * @param message Release message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Release.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Release message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Release & leasehold.v1.LedgerCommand.Release.$Shape} Release
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Release & leasehold.v1.LedgerCommand.Release.$Shape;

                /**
                 * Creates a Release message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Release
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Release;

                /**
                 * Creates a plain object from a Release message. Also converts values to other types if specified.
                 * @param message Release
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Release, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Release to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Release {

                /** Properties of a Release. */
                interface $Properties {

                    /** Release group */
                    group?: string;

                    /** Release session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Release token */
                    token?: Long;

                    /** Release failed */
                    failed?: boolean;

                    /** Release evidence */
                    evidence?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Release. */
                type $Shape = leasehold.v1.LedgerCommand.Release.$Properties;
            }

            /**
             * Properties of an Adopt.
             * @deprecated Use leasehold.v1.LedgerCommand.Adopt.$Properties instead.
             */
            interface IAdopt extends leasehold.v1.LedgerCommand.Adopt.$Properties {
            }

            /** Represents an Adopt. */
            class Adopt {

                /**
                 * Constructs a new Adopt.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Adopt.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Adopt group. */
                group: string;

                /** Adopt token. */
                token: Long;

                /** Adopt from. */
                from: leasehold.v1.LedgerSession;

                /** Adopt to. */
                to: leasehold.v1.LedgerSession;

                /**
                 * Creates a new Adopt instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Adopt instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Adopt.$Shape): leasehold.v1.LedgerCommand.Adopt & leasehold.v1.LedgerCommand.Adopt.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Adopt.$Properties): leasehold.v1.LedgerCommand.Adopt;

                /**
                 * Encodes the specified Adopt message. Does not implicitly {@link leasehold.v1.LedgerCommand.Adopt.verify|verify} messages.
                 * @param message Adopt message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Adopt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Adopt message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Adopt & leasehold.v1.LedgerCommand.Adopt.$Shape} Adopt
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Adopt & leasehold.v1.LedgerCommand.Adopt.$Shape;

                /**
                 * Creates an Adopt message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Adopt
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Adopt;

                /**
                 * Creates a plain object from an Adopt message. Also converts values to other types if specified.
                 * @param message Adopt
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Adopt, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Adopt to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Adopt {

                /** Properties of an Adopt. */
                interface $Properties {

                    /** Adopt group */
                    group?: string;

                    /** Adopt token */
                    token?: Long;

                    /** Adopt from */
                    from?: leasehold.v1.LedgerSession.$Properties;

                    /** Adopt to */
                    to?: leasehold.v1.LedgerSession.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Adopt. */
                type $Shape = leasehold.v1.LedgerCommand.Adopt.$Properties;
            }

            /**
             * Properties of a Report.
             * @deprecated Use leasehold.v1.LedgerCommand.Report.$Properties instead.
             */
            interface IReport extends leasehold.v1.LedgerCommand.Report.$Properties {
            }

            /** Represents a Report. */
            class Report {

                /**
                 * Constructs a new Report.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Report.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Report group. */
                group: string;

                /** Report session. */
                session: leasehold.v1.LedgerSession;

                /** Report token. */
                token: Long;

                /** Report state. */
                state: leasehold.v1.LedgerGroupState;

                /** Report reason. */
                reason: string;

                /**
                 * Creates a new Report instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Report instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Report.$Shape): leasehold.v1.LedgerCommand.Report & leasehold.v1.LedgerCommand.Report.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Report.$Properties): leasehold.v1.LedgerCommand.Report;

                /**
                 * Encodes the specified Report message. Does not implicitly {@link leasehold.v1.LedgerCommand.Report.verify|verify} messages.
                 * @param message Report message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Report.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Report message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Report & leasehold.v1.LedgerCommand.Report.$Shape} Report
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Report & leasehold.v1.LedgerCommand.Report.$Shape;

                /**
                 * Creates a Report message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Report
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Report;

                /**
                 * Creates a plain object from a Report message. Also converts values to other types if specified.
                 * @param message Report
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Report, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Report to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Report {

                /** Properties of a Report. */
                interface $Properties {

                    /** Report group */
                    group?: string;

                    /** Report session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Report token */
                    token?: Long;

                    /** Report state */
                    state?: leasehold.v1.LedgerGroupState;

                    /** Report reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Report. */
                type $Shape = leasehold.v1.LedgerCommand.Report.$Properties;
            }

            /**
             * Properties of a Move.
             * @deprecated Use leasehold.v1.LedgerCommand.Move.$Properties instead.
             */
            interface IMove extends leasehold.v1.LedgerCommand.Move.$Properties {
            }

            /** Represents a Move. */
            class Move {

                /**
                 * Constructs a new Move.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Move.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Move group. */
                group: string;

                /** Move to. */
                to: string;

                /** Move requestId. */
                requestId: string;

                /**
                 * Creates a new Move instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Move instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Move.$Shape): leasehold.v1.LedgerCommand.Move & leasehold.v1.LedgerCommand.Move.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Move.$Properties): leasehold.v1.LedgerCommand.Move;

                /**
                 * Encodes the specified Move message. Does not implicitly {@link leasehold.v1.LedgerCommand.Move.verify|verify} messages.
                 * @param message Move message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Move.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Move message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Move & leasehold.v1.LedgerCommand.Move.$Shape} Move
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Move & leasehold.v1.LedgerCommand.Move.$Shape;

                /**
                 * Creates a Move message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Move
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Move;

                /**
                 * Creates a plain object from a Move message. Also converts values to other types if specified.
                 * @param message Move
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Move, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Move to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Move {

                /** Properties of a Move. */
                interface $Properties {

                    /** Move group */
                    group?: string;

                    /** Move to */
                    to?: string;

                    /** Move requestId */
                    requestId?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Move. */
                type $Shape = leasehold.v1.LedgerCommand.Move.$Properties;
            }

            /**
             * Properties of a CancelMove.
             * @deprecated Use leasehold.v1.LedgerCommand.CancelMove.$Properties instead.
             */
            interface ICancelMove extends leasehold.v1.LedgerCommand.CancelMove.$Properties {
            }

            /** Represents a CancelMove. */
            class CancelMove {

                /**
                 * Constructs a new CancelMove.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.CancelMove.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CancelMove group. */
                group: string;

                /** CancelMove requestId. */
                requestId: string;

                /** CancelMove reason. */
                reason: string;

                /**
                 * Creates a new CancelMove instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CancelMove instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.CancelMove.$Shape): leasehold.v1.LedgerCommand.CancelMove & leasehold.v1.LedgerCommand.CancelMove.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.CancelMove.$Properties): leasehold.v1.LedgerCommand.CancelMove;

                /**
                 * Encodes the specified CancelMove message. Does not implicitly {@link leasehold.v1.LedgerCommand.CancelMove.verify|verify} messages.
                 * @param message CancelMove message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.CancelMove.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CancelMove message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.CancelMove & leasehold.v1.LedgerCommand.CancelMove.$Shape} CancelMove
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.CancelMove & leasehold.v1.LedgerCommand.CancelMove.$Shape;

                /**
                 * Creates a CancelMove message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CancelMove
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.CancelMove;

                /**
                 * Creates a plain object from a CancelMove message. Also converts values to other types if specified.
                 * @param message CancelMove
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.CancelMove, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CancelMove to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CancelMove {

                /** Properties of a CancelMove. */
                interface $Properties {

                    /** CancelMove group */
                    group?: string;

                    /** CancelMove requestId */
                    requestId?: string;

                    /** CancelMove reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CancelMove. */
                type $Shape = leasehold.v1.LedgerCommand.CancelMove.$Properties;
            }

            /**
             * Properties of a Forgive.
             * @deprecated Use leasehold.v1.LedgerCommand.Forgive.$Properties instead.
             */
            interface IForgive extends leasehold.v1.LedgerCommand.Forgive.$Properties {
            }

            /** Represents a Forgive. */
            class Forgive {

                /**
                 * Constructs a new Forgive.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.Forgive.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Forgive group. */
                group: string;

                /** Forgive node. */
                node: string;

                /**
                 * Creates a new Forgive instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Forgive instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.Forgive.$Shape): leasehold.v1.LedgerCommand.Forgive & leasehold.v1.LedgerCommand.Forgive.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.Forgive.$Properties): leasehold.v1.LedgerCommand.Forgive;

                /**
                 * Encodes the specified Forgive message. Does not implicitly {@link leasehold.v1.LedgerCommand.Forgive.verify|verify} messages.
                 * @param message Forgive message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.Forgive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Forgive message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.Forgive & leasehold.v1.LedgerCommand.Forgive.$Shape} Forgive
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.Forgive & leasehold.v1.LedgerCommand.Forgive.$Shape;

                /**
                 * Creates a Forgive message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Forgive
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.Forgive;

                /**
                 * Creates a plain object from a Forgive message. Also converts values to other types if specified.
                 * @param message Forgive
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.Forgive, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Forgive to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Forgive {

                /** Properties of a Forgive. */
                interface $Properties {

                    /** Forgive group */
                    group?: string;

                    /** Forgive node */
                    node?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Forgive. */
                type $Shape = leasehold.v1.LedgerCommand.Forgive.$Properties;
            }

            /**
             * Properties of a ProveStop.
             * @deprecated Use leasehold.v1.LedgerCommand.ProveStop.$Properties instead.
             */
            interface IProveStop extends leasehold.v1.LedgerCommand.ProveStop.$Properties {
            }

            /** Represents a ProveStop. */
            class ProveStop {

                /**
                 * Constructs a new ProveStop.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerCommand.ProveStop.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ProveStop node. */
                node: string;

                /** ProveStop incarnation. */
                incarnation: Long;

                /** ProveStop kind. */
                kind: leasehold.v1.LedgerProofKind;

                /** ProveStop by. */
                by: string;

                /** ProveStop evidence. */
                evidence: string;

                /** ProveStop attempts. */
                attempts: leasehold.v1.LedgerFenceAttempt[];

                /**
                 * Creates a new ProveStop instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ProveStop instance
                 */
                static create(properties: leasehold.v1.LedgerCommand.ProveStop.$Shape): leasehold.v1.LedgerCommand.ProveStop & leasehold.v1.LedgerCommand.ProveStop.$Shape;
                static create(properties?: leasehold.v1.LedgerCommand.ProveStop.$Properties): leasehold.v1.LedgerCommand.ProveStop;

                /**
                 * Encodes the specified ProveStop message. Does not implicitly {@link leasehold.v1.LedgerCommand.ProveStop.verify|verify} messages.
                 * @param message ProveStop message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerCommand.ProveStop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ProveStop message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerCommand.ProveStop & leasehold.v1.LedgerCommand.ProveStop.$Shape} ProveStop
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommand.ProveStop & leasehold.v1.LedgerCommand.ProveStop.$Shape;

                /**
                 * Creates a ProveStop message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ProveStop
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommand.ProveStop;

                /**
                 * Creates a plain object from a ProveStop message. Also converts values to other types if specified.
                 * @param message ProveStop
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerCommand.ProveStop, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ProveStop to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ProveStop {

                /** Properties of a ProveStop. */
                interface $Properties {

                    /** ProveStop node */
                    node?: string;

                    /** ProveStop incarnation */
                    incarnation?: Long;

                    /** ProveStop kind */
                    kind?: leasehold.v1.LedgerProofKind;

                    /** ProveStop by */
                    by?: string;

                    /** ProveStop evidence */
                    evidence?: string;

                    /** ProveStop attempts */
                    attempts?: leasehold.v1.LedgerFenceAttempt.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ProveStop. */
                type $Shape = leasehold.v1.LedgerCommand.ProveStop.$Properties;
            }
        }

        /** LedgerPowerAction enum. */
        enum LedgerPowerAction {

            /** LEDGER_POWER_ACTION_UNSPECIFIED value */
            LEDGER_POWER_ACTION_UNSPECIFIED = 0,

            /** LEDGER_POWER_ACTION_OFF value */
            LEDGER_POWER_ACTION_OFF = 1,

            /** LEDGER_POWER_ACTION_ON value */
            LEDGER_POWER_ACTION_ON = 2,

            /** LEDGER_POWER_ACTION_STATUS value */
            LEDGER_POWER_ACTION_STATUS = 3
        }

        /** LedgerPowerStatus enum. */
        enum LedgerPowerStatus {

            /** LEDGER_POWER_STATUS_UNSPECIFIED value */
            LEDGER_POWER_STATUS_UNSPECIFIED = 0,

            /** LEDGER_POWER_STATUS_OFF value */
            LEDGER_POWER_STATUS_OFF = 1,

            /** LEDGER_POWER_STATUS_ON value */
            LEDGER_POWER_STATUS_ON = 2
        }

        /**
         * Properties of a LedgerFenceAttempt.
         * @deprecated Use leasehold.v1.LedgerFenceAttempt.$Properties instead.
         */
        interface ILedgerFenceAttempt extends leasehold.v1.LedgerFenceAttempt.$Properties {
        }

        /** Represents a LedgerFenceAttempt. */
        class LedgerFenceAttempt {

            /**
             * Constructs a new LedgerFenceAttempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerFenceAttempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerFenceAttempt device. */
            device: string;

            /** LedgerFenceAttempt outlet. */
            outlet: string;

            /** LedgerFenceAttempt action. */
            action: leasehold.v1.LedgerPowerAction;

            /** LedgerFenceAttempt duration. */
            duration: number;

            /** LedgerFenceAttempt accepted. */
            accepted: boolean;

            /** LedgerFenceAttempt status. */
            status: leasehold.v1.LedgerPowerStatus;

            /**
             * Creates a new LedgerFenceAttempt instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerFenceAttempt instance
             */
            static create(properties: leasehold.v1.LedgerFenceAttempt.$Shape): leasehold.v1.LedgerFenceAttempt & leasehold.v1.LedgerFenceAttempt.$Shape;
            static create(properties?: leasehold.v1.LedgerFenceAttempt.$Properties): leasehold.v1.LedgerFenceAttempt;

            /**
             * Encodes the specified LedgerFenceAttempt message. Does not implicitly {@link leasehold.v1.LedgerFenceAttempt.verify|verify} messages.
             * @param message LedgerFenceAttempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerFenceAttempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerFenceAttempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerFenceAttempt & leasehold.v1.LedgerFenceAttempt.$Shape} LedgerFenceAttempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerFenceAttempt & leasehold.v1.LedgerFenceAttempt.$Shape;

            /**
             * Creates a LedgerFenceAttempt message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerFenceAttempt
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerFenceAttempt;

            /**
             * Creates a plain object from a LedgerFenceAttempt message. Also converts values to other types if specified.
             * @param message LedgerFenceAttempt
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerFenceAttempt, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerFenceAttempt to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerFenceAttempt {

            /** Properties of a LedgerFenceAttempt. */
            interface $Properties {

                /** LedgerFenceAttempt device */
                device?: string;

                /** LedgerFenceAttempt outlet */
                outlet?: string;

                /** LedgerFenceAttempt action */
                action?: leasehold.v1.LedgerPowerAction;

                /** LedgerFenceAttempt duration */
                duration?: number;

                /** LedgerFenceAttempt accepted */
                accepted?: boolean;

                /** LedgerFenceAttempt status */
                status?: leasehold.v1.LedgerPowerStatus;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerFenceAttempt. */
            type $Shape = leasehold.v1.LedgerFenceAttempt.$Properties;
        }

        /**
         * Properties of a LedgerDocument.
         * @deprecated Use leasehold.v1.LedgerDocument.$Properties instead.
         */
        interface ILedgerDocument extends leasehold.v1.LedgerDocument.$Properties {
        }

        /** Represents a LedgerDocument. */
        class LedgerDocument {

            /**
             * Constructs a new LedgerDocument.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerDocument.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerDocument cluster. */
            cluster: string;

            /** LedgerDocument timing. */
            timing: leasehold.v1.LedgerTiming;

            /** LedgerDocument nodes. */
            nodes: leasehold.v1.LedgerNodeSpec[];

            /** LedgerDocument groups. */
            groups: leasehold.v1.LedgerGroupSpec[];

            /** LedgerDocument arbitration. */
            arbitration: (leasehold.v1.LedgerArbitration|null);

            /** LedgerDocument devices. */
            devices: leasehold.v1.LedgerFenceDevice[];

            /**
             * Creates a new LedgerDocument instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerDocument instance
             */
            static create(properties: leasehold.v1.LedgerDocument.$Shape): leasehold.v1.LedgerDocument & leasehold.v1.LedgerDocument.$Shape;
            static create(properties?: leasehold.v1.LedgerDocument.$Properties): leasehold.v1.LedgerDocument;

            /**
             * Encodes the specified LedgerDocument message. Does not implicitly {@link leasehold.v1.LedgerDocument.verify|verify} messages.
             * @param message LedgerDocument message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerDocument message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerDocument & leasehold.v1.LedgerDocument.$Shape} LedgerDocument
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerDocument & leasehold.v1.LedgerDocument.$Shape;

            /**
             * Creates a LedgerDocument message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerDocument
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerDocument;

            /**
             * Creates a plain object from a LedgerDocument message. Also converts values to other types if specified.
             * @param message LedgerDocument
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerDocument, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerDocument to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerDocument {

            /** Properties of a LedgerDocument. */
            interface $Properties {

                /** LedgerDocument cluster */
                cluster?: string;

                /** LedgerDocument timing */
                timing?: leasehold.v1.LedgerTiming.$Properties;

                /** LedgerDocument nodes */
                nodes?: leasehold.v1.LedgerNodeSpec.$Properties[];

                /** LedgerDocument groups */
                groups?: leasehold.v1.LedgerGroupSpec.$Properties[];

                /** LedgerDocument arbitration */
                arbitration?: (leasehold.v1.LedgerArbitration.$Properties|null);

                /** LedgerDocument devices */
                devices?: leasehold.v1.LedgerFenceDevice.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerDocument. */
            type $Shape = {
              cluster?: string;
              timing?: leasehold.v1.LedgerTiming.$Shape;
              nodes?: leasehold.v1.LedgerNodeSpec.$Shape[];
              groups?: leasehold.v1.LedgerGroupSpec.$Shape[];
              arbitration?: leasehold.v1.LedgerArbitration.$Shape|null;
              devices?: leasehold.v1.LedgerFenceDevice.$Shape[];
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a LedgerArbitration.
         * @deprecated Use leasehold.v1.LedgerArbitration.$Properties instead.
         */
        interface ILedgerArbitration extends leasehold.v1.LedgerArbitration.$Properties {
        }

        /** Represents a LedgerArbitration. */
        class LedgerArbitration {

            /**
             * Constructs a new LedgerArbitration.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerArbitration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerArbitration targets. */
            targets: string[];

            /** LedgerArbitration period. */
            period: number;

            /** LedgerArbitration timeout. */
            timeout: number;

            /** LedgerArbitration rounds. */
            rounds: Long;

            /** LedgerArbitration returnAfter. */
            returnAfter: (number|null);

            /** LedgerArbitration switchOn. */
            switchOn: boolean;

            /** LedgerArbitration acceptNonTransitiveRisk. */
            acceptNonTransitiveRisk: boolean;

            /**
             * Creates a new LedgerArbitration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerArbitration instance
             */
            static create(properties: leasehold.v1.LedgerArbitration.$Shape): leasehold.v1.LedgerArbitration & leasehold.v1.LedgerArbitration.$Shape;
            static create(properties?: leasehold.v1.LedgerArbitration.$Properties): leasehold.v1.LedgerArbitration;

            /**
             * Encodes the specified LedgerArbitration message. Does not implicitly {@link leasehold.v1.LedgerArbitration.verify|verify} messages.
             * @param message LedgerArbitration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerArbitration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerArbitration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerArbitration & leasehold.v1.LedgerArbitration.$Shape} LedgerArbitration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerArbitration & leasehold.v1.LedgerArbitration.$Shape;

            /**
             * Creates a LedgerArbitration message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerArbitration
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerArbitration;

            /**
             * Creates a plain object from a LedgerArbitration message. Also converts values to other types if specified.
             * @param message LedgerArbitration
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerArbitration, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerArbitration to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerArbitration {

            /** Properties of a LedgerArbitration. */
            interface $Properties {

                /** LedgerArbitration targets */
                targets?: string[];

                /** LedgerArbitration period */
                period?: number;

                /** LedgerArbitration timeout */
                timeout?: number;

                /** LedgerArbitration rounds */
                rounds?: Long;

                /** LedgerArbitration returnAfter */
                returnAfter?: (number|null);

                /** LedgerArbitration switchOn */
                switchOn?: boolean;

                /** LedgerArbitration acceptNonTransitiveRisk */
                acceptNonTransitiveRisk?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerArbitration. */
            type $Shape = leasehold.v1.LedgerArbitration.$Properties;
        }

        /** LedgerDeviceType enum. */
        enum LedgerDeviceType {

            /** LEDGER_DEVICE_TYPE_UNSPECIFIED value */
            LEDGER_DEVICE_TYPE_UNSPECIFIED = 0,

            /** LEDGER_DEVICE_TYPE_LAB value */
            LEDGER_DEVICE_TYPE_LAB = 1
        }

        /**
         * Properties of a LedgerFenceDevice.
         * @deprecated Use leasehold.v1.LedgerFenceDevice.$Properties instead.
         */
        interface ILedgerFenceDevice extends leasehold.v1.LedgerFenceDevice.$Properties {
        }

        /** Represents a LedgerFenceDevice. */
        class LedgerFenceDevice {

            /**
             * Constructs a new LedgerFenceDevice.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerFenceDevice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerFenceDevice name. */
            name: string;

            /** LedgerFenceDevice type. */
            type: leasehold.v1.LedgerDeviceType;

            /** LedgerFenceDevice socket. */
            socket: string;

            /** LedgerFenceDevice bound. */
            bound: number;

            /** LedgerFenceDevice timeout. */
            timeout: number;

            /**
             * Creates a new LedgerFenceDevice instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerFenceDevice instance
             */
            static create(properties: leasehold.v1.LedgerFenceDevice.$Shape): leasehold.v1.LedgerFenceDevice & leasehold.v1.LedgerFenceDevice.$Shape;
            static create(properties?: leasehold.v1.LedgerFenceDevice.$Properties): leasehold.v1.LedgerFenceDevice;

            /**
             * Encodes the specified LedgerFenceDevice message. Does not implicitly {@link leasehold.v1.LedgerFenceDevice.verify|verify} messages.
             * @param message LedgerFenceDevice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerFenceDevice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerFenceDevice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerFenceDevice & leasehold.v1.LedgerFenceDevice.$Shape} LedgerFenceDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerFenceDevice & leasehold.v1.LedgerFenceDevice.$Shape;

            /**
             * Creates a LedgerFenceDevice message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerFenceDevice
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerFenceDevice;

            /**
             * Creates a plain object from a LedgerFenceDevice message. Also converts values to other types if specified.
             * @param message LedgerFenceDevice
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerFenceDevice, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerFenceDevice to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerFenceDevice {

            /** Properties of a LedgerFenceDevice. */
            interface $Properties {

                /** LedgerFenceDevice name */
                name?: string;

                /** LedgerFenceDevice type */
                type?: leasehold.v1.LedgerDeviceType;

                /** LedgerFenceDevice socket */
                socket?: string;

                /** LedgerFenceDevice bound */
                bound?: number;

                /** LedgerFenceDevice timeout */
                timeout?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerFenceDevice. */
            type $Shape = leasehold.v1.LedgerFenceDevice.$Properties;
        }

        /** LedgerNodeRole enum. */
        enum LedgerNodeRole {

            /** LEDGER_NODE_ROLE_UNSPECIFIED value */
            LEDGER_NODE_ROLE_UNSPECIFIED = 0,

            /** LEDGER_NODE_ROLE_FULL value */
            LEDGER_NODE_ROLE_FULL = 1,

            /** LEDGER_NODE_ROLE_WITNESS value */
            LEDGER_NODE_ROLE_WITNESS = 2
        }

        /**
         * Properties of a LedgerPowerLevel.
         * @deprecated Use leasehold.v1.LedgerPowerLevel.$Properties instead.
         */
        interface ILedgerPowerLevel extends leasehold.v1.LedgerPowerLevel.$Properties {
        }

        /** Represents a LedgerPowerLevel. */
        class LedgerPowerLevel {

            /**
             * Constructs a new LedgerPowerLevel.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerPowerLevel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerPowerLevel outlets. */
            outlets: leasehold.v1.LedgerOutlet[];

            /**
             * Creates a new LedgerPowerLevel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerPowerLevel instance
             */
            static create(properties: leasehold.v1.LedgerPowerLevel.$Shape): leasehold.v1.LedgerPowerLevel & leasehold.v1.LedgerPowerLevel.$Shape;
            static create(properties?: leasehold.v1.LedgerPowerLevel.$Properties): leasehold.v1.LedgerPowerLevel;

            /**
             * Encodes the specified LedgerPowerLevel message. Does not implicitly {@link leasehold.v1.LedgerPowerLevel.verify|verify} messages.
             * @param message LedgerPowerLevel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerPowerLevel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerPowerLevel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerPowerLevel & leasehold.v1.LedgerPowerLevel.$Shape} LedgerPowerLevel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerPowerLevel & leasehold.v1.LedgerPowerLevel.$Shape;

            /**
             * Creates a LedgerPowerLevel message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerPowerLevel
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerPowerLevel;

            /**
             * Creates a plain object from a LedgerPowerLevel message. Also converts values to other types if specified.
             * @param message LedgerPowerLevel
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerPowerLevel, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerPowerLevel to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerPowerLevel {

            /** Properties of a LedgerPowerLevel. */
            interface $Properties {

                /** LedgerPowerLevel outlets */
                outlets?: leasehold.v1.LedgerOutlet.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerPowerLevel. */
            type $Shape = leasehold.v1.LedgerPowerLevel.$Properties;
        }

        /**
         * Properties of a LedgerOutlet.
         * @deprecated Use leasehold.v1.LedgerOutlet.$Properties instead.
         */
        interface ILedgerOutlet extends leasehold.v1.LedgerOutlet.$Properties {
        }

        /** Represents a LedgerOutlet. */
        class LedgerOutlet {

            /**
             * Constructs a new LedgerOutlet.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerOutlet.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerOutlet device. */
            device: string;

            /** LedgerOutlet outlet. */
            outlet: string;

            /**
             * Creates a new LedgerOutlet instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerOutlet instance
             */
            static create(properties: leasehold.v1.LedgerOutlet.$Shape): leasehold.v1.LedgerOutlet & leasehold.v1.LedgerOutlet.$Shape;
            static create(properties?: leasehold.v1.LedgerOutlet.$Properties): leasehold.v1.LedgerOutlet;

            /**
             * Encodes the specified LedgerOutlet message. Does not implicitly {@link leasehold.v1.LedgerOutlet.verify|verify} messages.
             * @param message LedgerOutlet message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerOutlet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerOutlet message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerOutlet & leasehold.v1.LedgerOutlet.$Shape} LedgerOutlet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerOutlet & leasehold.v1.LedgerOutlet.$Shape;

            /**
             * Creates a LedgerOutlet message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerOutlet
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerOutlet;

            /**
             * Creates a plain object from a LedgerOutlet message. Also converts values to other types if specified.
             * @param message LedgerOutlet
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerOutlet, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerOutlet to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerOutlet {

            /** Properties of a LedgerOutlet. */
            interface $Properties {

                /** LedgerOutlet device */
                device?: string;

                /** LedgerOutlet outlet */
                outlet?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerOutlet. */
            type $Shape = leasehold.v1.LedgerOutlet.$Properties;
        }

        /**
         * Properties of a LedgerTiming.
         * @deprecated Use leasehold.v1.LedgerTiming.$Properties instead.
         */
        interface ILedgerTiming extends leasehold.v1.LedgerTiming.$Properties {
        }

        /** Represents a LedgerTiming. */
        class LedgerTiming {

            /**
             * Constructs a new LedgerTiming.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerTiming.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerTiming ttl. */
            ttl: number;

            /** LedgerTiming rho. */
            rho: number;

            /** LedgerTiming heartbeat. */
            heartbeat: number;

            /** LedgerTiming suspectAfter. */
            suspectAfter: number;

            /** LedgerTiming raftHeartbeat. */
            raftHeartbeat: number;

            /** LedgerTiming electionMin. */
            electionMin: number;

            /** LedgerTiming electionMax. */
            electionMax: number;

            /**
             * Creates a new LedgerTiming instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerTiming instance
             */
            static create(properties: leasehold.v1.LedgerTiming.$Shape): leasehold.v1.LedgerTiming & leasehold.v1.LedgerTiming.$Shape;
            static create(properties?: leasehold.v1.LedgerTiming.$Properties): leasehold.v1.LedgerTiming;

            /**
             * Encodes the specified LedgerTiming message. Does not implicitly {@link leasehold.v1.LedgerTiming.verify|verify} messages.
             * @param message LedgerTiming message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerTiming.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerTiming message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerTiming & leasehold.v1.LedgerTiming.$Shape} LedgerTiming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerTiming & leasehold.v1.LedgerTiming.$Shape;

            /**
             * Creates a LedgerTiming message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerTiming
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerTiming;

            /**
             * Creates a plain object from a LedgerTiming message. Also converts values to other types if specified.
             * @param message LedgerTiming
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerTiming, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerTiming to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerTiming {

            /** Properties of a LedgerTiming. */
            interface $Properties {

                /** LedgerTiming ttl */
                ttl?: number;

                /** LedgerTiming rho */
                rho?: number;

                /** LedgerTiming heartbeat */
                heartbeat?: number;

                /** LedgerTiming suspectAfter */
                suspectAfter?: number;

                /** LedgerTiming raftHeartbeat */
                raftHeartbeat?: number;

                /** LedgerTiming electionMin */
                electionMin?: number;

                /** LedgerTiming electionMax */
                electionMax?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerTiming. */
            type $Shape = leasehold.v1.LedgerTiming.$Properties;
        }

        /**
         * Properties of a LedgerNodeSpec.
         * @deprecated Use leasehold.v1.LedgerNodeSpec.$Properties instead.
         */
        interface ILedgerNodeSpec extends leasehold.v1.LedgerNodeSpec.$Properties {
        }

        /** Represents a LedgerNodeSpec. */
        class LedgerNodeSpec {

            /**
             * Constructs a new LedgerNodeSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerNodeSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerNodeSpec name. */
            name: string;

            /** LedgerNodeSpec addresses. */
            addresses: string[];

            /** LedgerNodeSpec voter. */
            voter: boolean;

            /** LedgerNodeSpec role. */
            role: leasehold.v1.LedgerNodeRole;

            /** LedgerNodeSpec power. */
            power: leasehold.v1.LedgerPowerLevel[];

            /**
             * Creates a new LedgerNodeSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerNodeSpec instance
             */
            static create(properties: leasehold.v1.LedgerNodeSpec.$Shape): leasehold.v1.LedgerNodeSpec & leasehold.v1.LedgerNodeSpec.$Shape;
            static create(properties?: leasehold.v1.LedgerNodeSpec.$Properties): leasehold.v1.LedgerNodeSpec;

            /**
             * Encodes the specified LedgerNodeSpec message. Does not implicitly {@link leasehold.v1.LedgerNodeSpec.verify|verify} messages.
             * @param message LedgerNodeSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerNodeSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerNodeSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerNodeSpec & leasehold.v1.LedgerNodeSpec.$Shape} LedgerNodeSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerNodeSpec & leasehold.v1.LedgerNodeSpec.$Shape;

            /**
             * Creates a LedgerNodeSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerNodeSpec
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerNodeSpec;

            /**
             * Creates a plain object from a LedgerNodeSpec message. Also converts values to other types if specified.
             * @param message LedgerNodeSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerNodeSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerNodeSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerNodeSpec {

            /** Properties of a LedgerNodeSpec. */
            interface $Properties {

                /** LedgerNodeSpec name */
                name?: string;

                /** LedgerNodeSpec addresses */
                addresses?: string[];

                /** LedgerNodeSpec voter */
                voter?: boolean;

                /** LedgerNodeSpec role */
                role?: leasehold.v1.LedgerNodeRole;

                /** LedgerNodeSpec power */
                power?: leasehold.v1.LedgerPowerLevel.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerNodeSpec. */
            type $Shape = leasehold.v1.LedgerNodeSpec.$Properties;
        }

        /**
         * Properties of a LedgerGroupSpec.
         * @deprecated Use leasehold.v1.LedgerGroupSpec.$Properties instead.
         */
        interface ILedgerGroupSpec extends leasehold.v1.LedgerGroupSpec.$Properties {
        }

        /** Represents a LedgerGroupSpec. */
        class LedgerGroupSpec {

            /**
             * Constructs a new LedgerGroupSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerGroupSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerGroupSpec name. */
            name: string;

            /** LedgerGroupSpec members. */
            members: leasehold.v1.LedgerMember[];

            /** LedgerGroupSpec prefers. */
            prefers: leasehold.v1.LedgerPreference[];

            /** LedgerGroupSpec failbackAfter. */
            failbackAfter: (number|null);

            /** LedgerGroupSpec accepts. */
            accepts: leasehold.v1.LedgerProofKind[];

            /**
             * Creates a new LedgerGroupSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerGroupSpec instance
             */
            static create(properties: leasehold.v1.LedgerGroupSpec.$Shape): leasehold.v1.LedgerGroupSpec & leasehold.v1.LedgerGroupSpec.$Shape;
            static create(properties?: leasehold.v1.LedgerGroupSpec.$Properties): leasehold.v1.LedgerGroupSpec;

            /**
             * Encodes the specified LedgerGroupSpec message. Does not implicitly {@link leasehold.v1.LedgerGroupSpec.verify|verify} messages.
             * @param message LedgerGroupSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerGroupSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerGroupSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerGroupSpec & leasehold.v1.LedgerGroupSpec.$Shape} LedgerGroupSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerGroupSpec & leasehold.v1.LedgerGroupSpec.$Shape;

            /**
             * Creates a LedgerGroupSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerGroupSpec
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerGroupSpec;

            /**
             * Creates a plain object from a LedgerGroupSpec message. Also converts values to other types if specified.
             * @param message LedgerGroupSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerGroupSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerGroupSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerGroupSpec {

            /** Properties of a LedgerGroupSpec. */
            interface $Properties {

                /** LedgerGroupSpec name */
                name?: string;

                /** LedgerGroupSpec members */
                members?: leasehold.v1.LedgerMember.$Properties[];

                /** LedgerGroupSpec prefers */
                prefers?: leasehold.v1.LedgerPreference.$Properties[];

                /** LedgerGroupSpec failbackAfter */
                failbackAfter?: (number|null);

                /** LedgerGroupSpec accepts */
                accepts?: leasehold.v1.LedgerProofKind[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerGroupSpec. */
            type $Shape = {
              name?: string;
              members?: leasehold.v1.LedgerMember.$Shape[];
              prefers?: leasehold.v1.LedgerPreference.$Shape[];
              failbackAfter?: number|null;
              accepts?: leasehold.v1.LedgerProofKind[];
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a LedgerMember.
         * @deprecated Use leasehold.v1.LedgerMember.$Properties instead.
         */
        interface ILedgerMember extends leasehold.v1.LedgerMember.$Properties {
        }

        /** Represents a LedgerMember. */
        class LedgerMember {

            /**
             * Constructs a new LedgerMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerMember name. */
            name: string;

            /** LedgerMember address. */
            address: (leasehold.v1.LedgerCidr|null);

            /** LedgerMember command. */
            command: (leasehold.v1.LedgerCommandLine|null);

            /** LedgerMember unit. */
            unit: (leasehold.v1.LedgerUnit|null);

            /** LedgerMember body. */
            body?: ("address"|"command"|"unit");

            /**
             * Creates a new LedgerMember instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerMember instance
             */
            static create(properties: leasehold.v1.LedgerMember.$Shape): leasehold.v1.LedgerMember & leasehold.v1.LedgerMember.$Shape;
            static create(properties?: leasehold.v1.LedgerMember.$Properties): leasehold.v1.LedgerMember;

            /**
             * Encodes the specified LedgerMember message. Does not implicitly {@link leasehold.v1.LedgerMember.verify|verify} messages.
             * @param message LedgerMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerMember & leasehold.v1.LedgerMember.$Shape} LedgerMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerMember & leasehold.v1.LedgerMember.$Shape;

            /**
             * Creates a LedgerMember message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerMember
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerMember;

            /**
             * Creates a plain object from a LedgerMember message. Also converts values to other types if specified.
             * @param message LedgerMember
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerMember, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerMember to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerMember {

            /** Properties of a LedgerMember. */
            interface $Properties {

                /** LedgerMember name */
                name?: string;

                /** LedgerMember address */
                address?: (leasehold.v1.LedgerCidr.$Properties|null);

                /** LedgerMember command */
                command?: (leasehold.v1.LedgerCommandLine.$Properties|null);

                /** LedgerMember unit */
                unit?: (leasehold.v1.LedgerUnit.$Properties|null);

                /** LedgerMember body */
                body?: ("address"|"command"|"unit");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a LedgerMember. */
            type $Shape = {
              name?: string;
              address?: leasehold.v1.LedgerCidr.$Shape|null;
              command?: leasehold.v1.LedgerCommandLine.$Shape|null;
              unit?: leasehold.v1.LedgerUnit.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; address?: null; command?: null; unit?: null }|{ body?: "address"; address: leasehold.v1.LedgerCidr.$Shape; command?: null; unit?: null }|{ body?: "command"; address?: null; command: leasehold.v1.LedgerCommandLine.$Shape; unit?: null }|{ body?: "unit"; address?: null; command?: null; unit: leasehold.v1.LedgerUnit.$Shape })
            );
        }

        /**
         * Properties of a LedgerCidr.
         * @deprecated Use leasehold.v1.LedgerCidr.$Properties instead.
         */
        interface ILedgerCidr extends leasehold.v1.LedgerCidr.$Properties {
        }

        /** Represents a LedgerCidr. */
        class LedgerCidr {

            /**
             * Constructs a new LedgerCidr.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerCidr.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerCidr ip. */
            ip: string;

            /** LedgerCidr prefix. */
            prefix: number;

            /**
             * Creates a new LedgerCidr instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerCidr instance
             */
            static create(properties: leasehold.v1.LedgerCidr.$Shape): leasehold.v1.LedgerCidr & leasehold.v1.LedgerCidr.$Shape;
            static create(properties?: leasehold.v1.LedgerCidr.$Properties): leasehold.v1.LedgerCidr;

            /**
             * Encodes the specified LedgerCidr message. Does not implicitly {@link leasehold.v1.LedgerCidr.verify|verify} messages.
             * @param message LedgerCidr message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerCidr.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerCidr message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerCidr & leasehold.v1.LedgerCidr.$Shape} LedgerCidr
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCidr & leasehold.v1.LedgerCidr.$Shape;

            /**
             * Creates a LedgerCidr message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerCidr
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCidr;

            /**
             * Creates a plain object from a LedgerCidr message. Also converts values to other types if specified.
             * @param message LedgerCidr
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerCidr, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerCidr to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerCidr {

            /** Properties of a LedgerCidr. */
            interface $Properties {

                /** LedgerCidr ip */
                ip?: string;

                /** LedgerCidr prefix */
                prefix?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerCidr. */
            type $Shape = leasehold.v1.LedgerCidr.$Properties;
        }

        /**
         * Properties of a LedgerCommandLine.
         * @deprecated Use leasehold.v1.LedgerCommandLine.$Properties instead.
         */
        interface ILedgerCommandLine extends leasehold.v1.LedgerCommandLine.$Properties {
        }

        /** Represents a LedgerCommandLine. */
        class LedgerCommandLine {

            /**
             * Constructs a new LedgerCommandLine.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerCommandLine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerCommandLine words. */
            words: string[];

            /** LedgerCommandLine environment. */
            environment: leasehold.v1.LedgerVariable[];

            /** LedgerCommandLine timing. */
            timing: leasehold.v1.LedgerServiceTiming;

            /**
             * Creates a new LedgerCommandLine instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerCommandLine instance
             */
            static create(properties: leasehold.v1.LedgerCommandLine.$Shape): leasehold.v1.LedgerCommandLine & leasehold.v1.LedgerCommandLine.$Shape;
            static create(properties?: leasehold.v1.LedgerCommandLine.$Properties): leasehold.v1.LedgerCommandLine;

            /**
             * Encodes the specified LedgerCommandLine message. Does not implicitly {@link leasehold.v1.LedgerCommandLine.verify|verify} messages.
             * @param message LedgerCommandLine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerCommandLine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerCommandLine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerCommandLine & leasehold.v1.LedgerCommandLine.$Shape} LedgerCommandLine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCommandLine & leasehold.v1.LedgerCommandLine.$Shape;

            /**
             * Creates a LedgerCommandLine message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerCommandLine
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCommandLine;

            /**
             * Creates a plain object from a LedgerCommandLine message. Also converts values to other types if specified.
             * @param message LedgerCommandLine
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerCommandLine, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerCommandLine to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerCommandLine {

            /** Properties of a LedgerCommandLine. */
            interface $Properties {

                /** LedgerCommandLine words */
                words?: string[];

                /** LedgerCommandLine environment */
                environment?: leasehold.v1.LedgerVariable.$Properties[];

                /** LedgerCommandLine timing */
                timing?: leasehold.v1.LedgerServiceTiming.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerCommandLine. */
            type $Shape = leasehold.v1.LedgerCommandLine.$Properties;
        }

        /**
         * Properties of a LedgerUnit.
         * @deprecated Use leasehold.v1.LedgerUnit.$Properties instead.
         */
        interface ILedgerUnit extends leasehold.v1.LedgerUnit.$Properties {
        }

        /** Represents a LedgerUnit. */
        class LedgerUnit {

            /**
             * Constructs a new LedgerUnit.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerUnit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerUnit unit. */
            unit: string;

            /** LedgerUnit timing. */
            timing: leasehold.v1.LedgerServiceTiming;

            /**
             * Creates a new LedgerUnit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerUnit instance
             */
            static create(properties: leasehold.v1.LedgerUnit.$Shape): leasehold.v1.LedgerUnit & leasehold.v1.LedgerUnit.$Shape;
            static create(properties?: leasehold.v1.LedgerUnit.$Properties): leasehold.v1.LedgerUnit;

            /**
             * Encodes the specified LedgerUnit message. Does not implicitly {@link leasehold.v1.LedgerUnit.verify|verify} messages.
             * @param message LedgerUnit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerUnit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerUnit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerUnit & leasehold.v1.LedgerUnit.$Shape} LedgerUnit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerUnit & leasehold.v1.LedgerUnit.$Shape;

            /**
             * Creates a LedgerUnit message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerUnit
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerUnit;

            /**
             * Creates a plain object from a LedgerUnit message. Also converts values to other types if specified.
             * @param message LedgerUnit
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerUnit, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerUnit to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerUnit {

            /** Properties of a LedgerUnit. */
            interface $Properties {

                /** LedgerUnit unit */
                unit?: string;

                /** LedgerUnit timing */
                timing?: leasehold.v1.LedgerServiceTiming.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerUnit. */
            type $Shape = leasehold.v1.LedgerUnit.$Properties;
        }

        /**
         * Properties of a LedgerServiceTiming.
         * @deprecated Use leasehold.v1.LedgerServiceTiming.$Properties instead.
         */
        interface ILedgerServiceTiming extends leasehold.v1.LedgerServiceTiming.$Properties {
        }

        /** Represents a LedgerServiceTiming. */
        class LedgerServiceTiming {

            /**
             * Constructs a new LedgerServiceTiming.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerServiceTiming.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerServiceTiming startTimeout. */
            startTimeout: number;

            /** LedgerServiceTiming stopTimeout. */
            stopTimeout: number;

            /** LedgerServiceTiming restartLimit. */
            restartLimit: Long;

            /** LedgerServiceTiming restartWindow. */
            restartWindow: number;

            /**
             * Creates a new LedgerServiceTiming instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerServiceTiming instance
             */
            static create(properties: leasehold.v1.LedgerServiceTiming.$Shape): leasehold.v1.LedgerServiceTiming & leasehold.v1.LedgerServiceTiming.$Shape;
            static create(properties?: leasehold.v1.LedgerServiceTiming.$Properties): leasehold.v1.LedgerServiceTiming;

            /**
             * Encodes the specified LedgerServiceTiming message. Does not implicitly {@link leasehold.v1.LedgerServiceTiming.verify|verify} messages.
             * @param message LedgerServiceTiming message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerServiceTiming.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerServiceTiming message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerServiceTiming & leasehold.v1.LedgerServiceTiming.$Shape} LedgerServiceTiming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerServiceTiming & leasehold.v1.LedgerServiceTiming.$Shape;

            /**
             * Creates a LedgerServiceTiming message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerServiceTiming
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerServiceTiming;

            /**
             * Creates a plain object from a LedgerServiceTiming message. Also converts values to other types if specified.
             * @param message LedgerServiceTiming
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerServiceTiming, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerServiceTiming to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerServiceTiming {

            /** Properties of a LedgerServiceTiming. */
            interface $Properties {

                /** LedgerServiceTiming startTimeout */
                startTimeout?: number;

                /** LedgerServiceTiming stopTimeout */
                stopTimeout?: number;

                /** LedgerServiceTiming restartLimit */
                restartLimit?: Long;

                /** LedgerServiceTiming restartWindow */
                restartWindow?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerServiceTiming. */
            type $Shape = leasehold.v1.LedgerServiceTiming.$Properties;
        }

        /**
         * Properties of a LedgerVariable.
         * @deprecated Use leasehold.v1.LedgerVariable.$Properties instead.
         */
        interface ILedgerVariable extends leasehold.v1.LedgerVariable.$Properties {
        }

        /** Represents a LedgerVariable. */
        class LedgerVariable {

            /**
             * Constructs a new LedgerVariable.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerVariable.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerVariable name. */
            name: string;

            /** LedgerVariable value. */
            value: string;

            /**
             * Creates a new LedgerVariable instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerVariable instance
             */
            static create(properties: leasehold.v1.LedgerVariable.$Shape): leasehold.v1.LedgerVariable & leasehold.v1.LedgerVariable.$Shape;
            static create(properties?: leasehold.v1.LedgerVariable.$Properties): leasehold.v1.LedgerVariable;

            /**
             * Encodes the specified LedgerVariable message. Does not implicitly {@link leasehold.v1.LedgerVariable.verify|verify} messages.
             * @param message LedgerVariable message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerVariable.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerVariable message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerVariable & leasehold.v1.LedgerVariable.$Shape} LedgerVariable
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerVariable & leasehold.v1.LedgerVariable.$Shape;

            /**
             * Creates a LedgerVariable message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerVariable
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerVariable;

            /**
             * Creates a plain object from a LedgerVariable message. Also converts values to other types if specified.
             * @param message LedgerVariable
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerVariable, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerVariable to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerVariable {

            /** Properties of a LedgerVariable. */
            interface $Properties {

                /** LedgerVariable name */
                name?: string;

                /** LedgerVariable value */
                value?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerVariable. */
            type $Shape = leasehold.v1.LedgerVariable.$Properties;
        }

        /**
         * Properties of a LedgerPreference.
         * @deprecated Use leasehold.v1.LedgerPreference.$Properties instead.
         */
        interface ILedgerPreference extends leasehold.v1.LedgerPreference.$Properties {
        }

        /** Represents a LedgerPreference. */
        class LedgerPreference {

            /**
             * Constructs a new LedgerPreference.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerPreference.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerPreference node. */
            node: string;

            /** LedgerPreference weight. */
            weight: number;

            /**
             * Creates a new LedgerPreference instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerPreference instance
             */
            static create(properties: leasehold.v1.LedgerPreference.$Shape): leasehold.v1.LedgerPreference & leasehold.v1.LedgerPreference.$Shape;
            static create(properties?: leasehold.v1.LedgerPreference.$Properties): leasehold.v1.LedgerPreference;

            /**
             * Encodes the specified LedgerPreference message. Does not implicitly {@link leasehold.v1.LedgerPreference.verify|verify} messages.
             * @param message LedgerPreference message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerPreference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerPreference message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerPreference & leasehold.v1.LedgerPreference.$Shape} LedgerPreference
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerPreference & leasehold.v1.LedgerPreference.$Shape;

            /**
             * Creates a LedgerPreference message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerPreference
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerPreference;

            /**
             * Creates a plain object from a LedgerPreference message. Also converts values to other types if specified.
             * @param message LedgerPreference
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerPreference, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerPreference to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerPreference {

            /** Properties of a LedgerPreference. */
            interface $Properties {

                /** LedgerPreference node */
                node?: string;

                /** LedgerPreference weight */
                weight?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerPreference. */
            type $Shape = leasehold.v1.LedgerPreference.$Properties;
        }

        /** LedgerCardRole enum. */
        enum LedgerCardRole {

            /** LEDGER_CARD_ROLE_UNSPECIFIED value */
            LEDGER_CARD_ROLE_UNSPECIFIED = 0,

            /** LEDGER_CARD_ROLE_PRIMARY value */
            LEDGER_CARD_ROLE_PRIMARY = 1
        }

        /**
         * Properties of a LedgerCard.
         * @deprecated Use leasehold.v1.LedgerCard.$Properties instead.
         */
        interface ILedgerCard extends leasehold.v1.LedgerCard.$Properties {
        }

        /** Represents a LedgerCard. */
        class LedgerCard {

            /**
             * Constructs a new LedgerCard.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerCard.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerCard name. */
            name: string;

            /** LedgerCard role. */
            role: leasehold.v1.LedgerCardRole;

            /** LedgerCard addresses. */
            addresses: leasehold.v1.LedgerCidr[];

            /** LedgerCard up. */
            up: boolean;

            /**
             * Creates a new LedgerCard instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerCard instance
             */
            static create(properties: leasehold.v1.LedgerCard.$Shape): leasehold.v1.LedgerCard & leasehold.v1.LedgerCard.$Shape;
            static create(properties?: leasehold.v1.LedgerCard.$Properties): leasehold.v1.LedgerCard;

            /**
             * Encodes the specified LedgerCard message. Does not implicitly {@link leasehold.v1.LedgerCard.verify|verify} messages.
             * @param message LedgerCard message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerCard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerCard message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerCard & leasehold.v1.LedgerCard.$Shape} LedgerCard
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerCard & leasehold.v1.LedgerCard.$Shape;

            /**
             * Creates a LedgerCard message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerCard
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerCard;

            /**
             * Creates a plain object from a LedgerCard message. Also converts values to other types if specified.
             * @param message LedgerCard
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerCard, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerCard to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerCard {

            /** Properties of a LedgerCard. */
            interface $Properties {

                /** LedgerCard name */
                name?: string;

                /** LedgerCard role */
                role?: leasehold.v1.LedgerCardRole;

                /** LedgerCard addresses */
                addresses?: leasehold.v1.LedgerCidr.$Properties[];

                /** LedgerCard up */
                up?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerCard. */
            type $Shape = leasehold.v1.LedgerCard.$Properties;
        }

        /**
         * Properties of a LedgerStateHead.
         * @deprecated Use leasehold.v1.LedgerStateHead.$Properties instead.
         */
        interface ILedgerStateHead extends leasehold.v1.LedgerStateHead.$Properties {
        }

        /** Represents a LedgerStateHead. */
        class LedgerStateHead {

            /**
             * Constructs a new LedgerStateHead.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerStateHead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerStateHead format. */
            format: number;

            /** LedgerStateHead epoch. */
            epoch: Long;

            /** LedgerStateHead revision. */
            revision: Long;

            /** LedgerStateHead applied. */
            applied: Long;

            /** LedgerStateHead appliedTerm. */
            appliedTerm: Long;

            /**
             * Creates a new LedgerStateHead instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerStateHead instance
             */
            static create(properties: leasehold.v1.LedgerStateHead.$Shape): leasehold.v1.LedgerStateHead & leasehold.v1.LedgerStateHead.$Shape;
            static create(properties?: leasehold.v1.LedgerStateHead.$Properties): leasehold.v1.LedgerStateHead;

            /**
             * Encodes the specified LedgerStateHead message. Does not implicitly {@link leasehold.v1.LedgerStateHead.verify|verify} messages.
             * @param message LedgerStateHead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerStateHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerStateHead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerStateHead & leasehold.v1.LedgerStateHead.$Shape} LedgerStateHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateHead & leasehold.v1.LedgerStateHead.$Shape;

            /**
             * Creates a LedgerStateHead message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerStateHead
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateHead;

            /**
             * Creates a plain object from a LedgerStateHead message. Also converts values to other types if specified.
             * @param message LedgerStateHead
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerStateHead, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerStateHead to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerStateHead {

            /** Properties of a LedgerStateHead. */
            interface $Properties {

                /** LedgerStateHead format */
                format?: number;

                /** LedgerStateHead epoch */
                epoch?: Long;

                /** LedgerStateHead revision */
                revision?: Long;

                /** LedgerStateHead applied */
                applied?: Long;

                /** LedgerStateHead appliedTerm */
                appliedTerm?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerStateHead. */
            type $Shape = leasehold.v1.LedgerStateHead.$Properties;
        }

        /**
         * Properties of a LedgerStateRecord.
         * @deprecated Use leasehold.v1.LedgerStateRecord.$Properties instead.
         */
        interface ILedgerStateRecord extends leasehold.v1.LedgerStateRecord.$Properties {
        }

        /** Represents a LedgerStateRecord. */
        class LedgerStateRecord {

            /**
             * Constructs a new LedgerStateRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerStateRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerStateRecord revision. */
            revision: (leasehold.v1.LedgerStateRecord.Revision|null);

            /** LedgerStateRecord timing. */
            timing: (leasehold.v1.LedgerStateRecord.Timing|null);

            /** LedgerStateRecord standby. */
            standby: (leasehold.v1.LedgerStateRecord.NodeWord|null);

            /** LedgerStateRecord stopped. */
            stopped: (leasehold.v1.LedgerStateRecord.GroupWord|null);

            /** LedgerStateRecord maintained. */
            maintained: (leasehold.v1.LedgerStateRecord.GroupWord|null);

            /** LedgerStateRecord cards. */
            cards: (leasehold.v1.LedgerStateRecord.NodeCards|null);

            /** LedgerStateRecord appLease. */
            appLease: (leasehold.v1.LedgerStateRecord.AppLease|null);

            /** LedgerStateRecord restart. */
            restart: (leasehold.v1.LedgerStateRecord.NodeRestart|null);

            /** LedgerStateRecord session. */
            session: (leasehold.v1.LedgerStateRecord.SessionState|null);

            /** LedgerStateRecord ended. */
            ended: (leasehold.v1.LedgerSession|null);

            /** LedgerStateRecord lease. */
            lease: (leasehold.v1.LedgerStateRecord.LeaseState|null);

            /** LedgerStateRecord decision. */
            decision: (leasehold.v1.LedgerStateRecord.Decision|null);

            /** LedgerStateRecord retired. */
            retired: (string|null);

            /** LedgerStateRecord store. */
            store: (leasehold.v1.LedgerStateRecord.NodeStore|null);

            /** LedgerStateRecord end. */
            end: (Long|null);

            /** LedgerStateRecord stop. */
            stop: (leasehold.v1.LedgerStateRecord.Stop|null);

            /** LedgerStateRecord body. */
            body?: ("revision"|"timing"|"standby"|"stopped"|"maintained"|"cards"|"appLease"|"restart"|"session"|"ended"|"lease"|"decision"|"retired"|"store"|"end"|"stop");

            /**
             * Creates a new LedgerStateRecord instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerStateRecord instance
             */
            static create(properties: leasehold.v1.LedgerStateRecord.$Shape): leasehold.v1.LedgerStateRecord & leasehold.v1.LedgerStateRecord.$Shape;
            static create(properties?: leasehold.v1.LedgerStateRecord.$Properties): leasehold.v1.LedgerStateRecord;

            /**
             * Encodes the specified LedgerStateRecord message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.verify|verify} messages.
             * @param message LedgerStateRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerStateRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerStateRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerStateRecord & leasehold.v1.LedgerStateRecord.$Shape} LedgerStateRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord & leasehold.v1.LedgerStateRecord.$Shape;

            /**
             * Creates a LedgerStateRecord message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerStateRecord
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord;

            /**
             * Creates a plain object from a LedgerStateRecord message. Also converts values to other types if specified.
             * @param message LedgerStateRecord
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerStateRecord, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerStateRecord to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerStateRecord {

            /** Properties of a LedgerStateRecord. */
            interface $Properties {

                /** LedgerStateRecord revision */
                revision?: (leasehold.v1.LedgerStateRecord.Revision.$Properties|null);

                /** LedgerStateRecord timing */
                timing?: (leasehold.v1.LedgerStateRecord.Timing.$Properties|null);

                /** LedgerStateRecord standby */
                standby?: (leasehold.v1.LedgerStateRecord.NodeWord.$Properties|null);

                /** LedgerStateRecord stopped */
                stopped?: (leasehold.v1.LedgerStateRecord.GroupWord.$Properties|null);

                /** LedgerStateRecord maintained */
                maintained?: (leasehold.v1.LedgerStateRecord.GroupWord.$Properties|null);

                /** LedgerStateRecord cards */
                cards?: (leasehold.v1.LedgerStateRecord.NodeCards.$Properties|null);

                /** LedgerStateRecord appLease */
                appLease?: (leasehold.v1.LedgerStateRecord.AppLease.$Properties|null);

                /** LedgerStateRecord restart */
                restart?: (leasehold.v1.LedgerStateRecord.NodeRestart.$Properties|null);

                /** LedgerStateRecord session */
                session?: (leasehold.v1.LedgerStateRecord.SessionState.$Properties|null);

                /** LedgerStateRecord ended */
                ended?: (leasehold.v1.LedgerSession.$Properties|null);

                /** LedgerStateRecord lease */
                lease?: (leasehold.v1.LedgerStateRecord.LeaseState.$Properties|null);

                /** LedgerStateRecord decision */
                decision?: (leasehold.v1.LedgerStateRecord.Decision.$Properties|null);

                /** LedgerStateRecord retired */
                retired?: (string|null);

                /** LedgerStateRecord store */
                store?: (leasehold.v1.LedgerStateRecord.NodeStore.$Properties|null);

                /** LedgerStateRecord end */
                end?: (Long|null);

                /** LedgerStateRecord stop */
                stop?: (leasehold.v1.LedgerStateRecord.Stop.$Properties|null);

                /** LedgerStateRecord body */
                body?: ("revision"|"timing"|"standby"|"stopped"|"maintained"|"cards"|"appLease"|"restart"|"session"|"ended"|"lease"|"decision"|"retired"|"store"|"end"|"stop");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a LedgerStateRecord. */
            type $Shape = {
              revision?: leasehold.v1.LedgerStateRecord.Revision.$Shape|null;
              timing?: leasehold.v1.LedgerStateRecord.Timing.$Shape|null;
              standby?: leasehold.v1.LedgerStateRecord.NodeWord.$Shape|null;
              stopped?: leasehold.v1.LedgerStateRecord.GroupWord.$Shape|null;
              maintained?: leasehold.v1.LedgerStateRecord.GroupWord.$Shape|null;
              cards?: leasehold.v1.LedgerStateRecord.NodeCards.$Shape|null;
              appLease?: leasehold.v1.LedgerStateRecord.AppLease.$Shape|null;
              restart?: leasehold.v1.LedgerStateRecord.NodeRestart.$Shape|null;
              session?: leasehold.v1.LedgerStateRecord.SessionState.$Shape|null;
              ended?: leasehold.v1.LedgerSession.$Shape|null;
              lease?: leasehold.v1.LedgerStateRecord.LeaseState.$Shape|null;
              decision?: leasehold.v1.LedgerStateRecord.Decision.$Shape|null;
              retired?: string|null;
              store?: leasehold.v1.LedgerStateRecord.NodeStore.$Shape|null;
              end?: Long|null;
              stop?: leasehold.v1.LedgerStateRecord.Stop.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "revision"; revision: leasehold.v1.LedgerStateRecord.Revision.$Shape; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "timing"; revision?: null; timing: leasehold.v1.LedgerStateRecord.Timing.$Shape; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "standby"; revision?: null; timing?: null; standby: leasehold.v1.LedgerStateRecord.NodeWord.$Shape; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "stopped"; revision?: null; timing?: null; standby?: null; stopped: leasehold.v1.LedgerStateRecord.GroupWord.$Shape; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "maintained"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained: leasehold.v1.LedgerStateRecord.GroupWord.$Shape; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "cards"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards: leasehold.v1.LedgerStateRecord.NodeCards.$Shape; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "appLease"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease: leasehold.v1.LedgerStateRecord.AppLease.$Shape; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "restart"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart: leasehold.v1.LedgerStateRecord.NodeRestart.$Shape; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "session"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session: leasehold.v1.LedgerStateRecord.SessionState.$Shape; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "ended"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended: leasehold.v1.LedgerSession.$Shape; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "lease"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease: leasehold.v1.LedgerStateRecord.LeaseState.$Shape; decision?: null; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "decision"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision: leasehold.v1.LedgerStateRecord.Decision.$Shape; retired?: null; store?: null; end?: null; stop?: null }|{ body?: "retired"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired: string; store?: null; end?: null; stop?: null }|{ body?: "store"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store: leasehold.v1.LedgerStateRecord.NodeStore.$Shape; end?: null; stop?: null }|{ body?: "end"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end: Long; stop?: null }|{ body?: "stop"; revision?: null; timing?: null; standby?: null; stopped?: null; maintained?: null; cards?: null; appLease?: null; restart?: null; session?: null; ended?: null; lease?: null; decision?: null; retired?: null; store?: null; end?: null; stop: leasehold.v1.LedgerStateRecord.Stop.$Shape })
            );

            /**
             * Properties of a Revision.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Revision.$Properties instead.
             */
            interface IRevision extends leasehold.v1.LedgerStateRecord.Revision.$Properties {
            }

            /** Represents a Revision. */
            class Revision {

                /**
                 * Constructs a new Revision.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Revision.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Revision revision. */
                revision: Long;

                /** Revision index. */
                index: Long;

                /** Revision at. */
                at: number;

                /** Revision by. */
                by: string;

                /** Revision note. */
                note: string;

                /** Revision document. */
                document: leasehold.v1.LedgerDocument;

                /**
                 * Creates a new Revision instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Revision instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Revision.$Shape): leasehold.v1.LedgerStateRecord.Revision & leasehold.v1.LedgerStateRecord.Revision.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Revision.$Properties): leasehold.v1.LedgerStateRecord.Revision;

                /**
                 * Encodes the specified Revision message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Revision.verify|verify} messages.
                 * @param message Revision message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Revision.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Revision message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Revision & leasehold.v1.LedgerStateRecord.Revision.$Shape} Revision
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Revision & leasehold.v1.LedgerStateRecord.Revision.$Shape;

                /**
                 * Creates a Revision message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Revision
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Revision;

                /**
                 * Creates a plain object from a Revision message. Also converts values to other types if specified.
                 * @param message Revision
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Revision, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Revision to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Revision {

                /** Properties of a Revision. */
                interface $Properties {

                    /** Revision revision */
                    revision?: Long;

                    /** Revision index */
                    index?: Long;

                    /** Revision at */
                    at?: number;

                    /** Revision by */
                    by?: string;

                    /** Revision note */
                    note?: string;

                    /** Revision document */
                    document?: leasehold.v1.LedgerDocument.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Revision. */
                type $Shape = {
                  revision?: Long;
                  index?: Long;
                  at?: number;
                  by?: string;
                  note?: string;
                  document?: leasehold.v1.LedgerDocument.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Timing.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Timing.$Properties instead.
             */
            interface ITiming extends leasehold.v1.LedgerStateRecord.Timing.$Properties {
            }

            /** Represents a Timing. */
            class Timing {

                /**
                 * Constructs a new Timing.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Timing.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Timing revision. */
                revision: Long;

                /** Timing ttl. */
                ttl: number;

                /** Timing rho. */
                rho: number;

                /**
                 * Creates a new Timing instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Timing instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Timing.$Shape): leasehold.v1.LedgerStateRecord.Timing & leasehold.v1.LedgerStateRecord.Timing.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Timing.$Properties): leasehold.v1.LedgerStateRecord.Timing;

                /**
                 * Encodes the specified Timing message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Timing.verify|verify} messages.
                 * @param message Timing message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Timing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Timing message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Timing & leasehold.v1.LedgerStateRecord.Timing.$Shape} Timing
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Timing & leasehold.v1.LedgerStateRecord.Timing.$Shape;

                /**
                 * Creates a Timing message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Timing
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Timing;

                /**
                 * Creates a plain object from a Timing message. Also converts values to other types if specified.
                 * @param message Timing
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Timing, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Timing to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Timing {

                /** Properties of a Timing. */
                interface $Properties {

                    /** Timing revision */
                    revision?: Long;

                    /** Timing ttl */
                    ttl?: number;

                    /** Timing rho */
                    rho?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Timing. */
                type $Shape = leasehold.v1.LedgerStateRecord.Timing.$Properties;
            }

            /**
             * Properties of a NodeWord.
             * @deprecated Use leasehold.v1.LedgerStateRecord.NodeWord.$Properties instead.
             */
            interface INodeWord extends leasehold.v1.LedgerStateRecord.NodeWord.$Properties {
            }

            /** Represents a NodeWord. */
            class NodeWord {

                /**
                 * Constructs a new NodeWord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.NodeWord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NodeWord node. */
                node: string;

                /** NodeWord by. */
                by: string;

                /**
                 * Creates a new NodeWord instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NodeWord instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.NodeWord.$Shape): leasehold.v1.LedgerStateRecord.NodeWord & leasehold.v1.LedgerStateRecord.NodeWord.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.NodeWord.$Properties): leasehold.v1.LedgerStateRecord.NodeWord;

                /**
                 * Encodes the specified NodeWord message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.NodeWord.verify|verify} messages.
                 * @param message NodeWord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.NodeWord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NodeWord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.NodeWord & leasehold.v1.LedgerStateRecord.NodeWord.$Shape} NodeWord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.NodeWord & leasehold.v1.LedgerStateRecord.NodeWord.$Shape;

                /**
                 * Creates a NodeWord message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NodeWord
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.NodeWord;

                /**
                 * Creates a plain object from a NodeWord message. Also converts values to other types if specified.
                 * @param message NodeWord
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.NodeWord, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NodeWord to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NodeWord {

                /** Properties of a NodeWord. */
                interface $Properties {

                    /** NodeWord node */
                    node?: string;

                    /** NodeWord by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NodeWord. */
                type $Shape = leasehold.v1.LedgerStateRecord.NodeWord.$Properties;
            }

            /**
             * Properties of a GroupWord.
             * @deprecated Use leasehold.v1.LedgerStateRecord.GroupWord.$Properties instead.
             */
            interface IGroupWord extends leasehold.v1.LedgerStateRecord.GroupWord.$Properties {
            }

            /** Represents a GroupWord. */
            class GroupWord {

                /**
                 * Constructs a new GroupWord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.GroupWord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupWord group. */
                group: (string|null);

                /** GroupWord by. */
                by: string;

                /**
                 * Creates a new GroupWord instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GroupWord instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.GroupWord.$Shape): leasehold.v1.LedgerStateRecord.GroupWord & leasehold.v1.LedgerStateRecord.GroupWord.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.GroupWord.$Properties): leasehold.v1.LedgerStateRecord.GroupWord;

                /**
                 * Encodes the specified GroupWord message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.GroupWord.verify|verify} messages.
                 * @param message GroupWord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.GroupWord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupWord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.GroupWord & leasehold.v1.LedgerStateRecord.GroupWord.$Shape} GroupWord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.GroupWord & leasehold.v1.LedgerStateRecord.GroupWord.$Shape;

                /**
                 * Creates a GroupWord message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GroupWord
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.GroupWord;

                /**
                 * Creates a plain object from a GroupWord message. Also converts values to other types if specified.
                 * @param message GroupWord
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.GroupWord, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GroupWord to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GroupWord {

                /** Properties of a GroupWord. */
                interface $Properties {

                    /** GroupWord group */
                    group?: (string|null);

                    /** GroupWord by */
                    by?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupWord. */
                type $Shape = leasehold.v1.LedgerStateRecord.GroupWord.$Properties;
            }

            /**
             * Properties of a NodeCards.
             * @deprecated Use leasehold.v1.LedgerStateRecord.NodeCards.$Properties instead.
             */
            interface INodeCards extends leasehold.v1.LedgerStateRecord.NodeCards.$Properties {
            }

            /** Represents a NodeCards. */
            class NodeCards {

                /**
                 * Constructs a new NodeCards.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.NodeCards.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NodeCards node. */
                node: string;

                /** NodeCards cards. */
                cards: leasehold.v1.LedgerCard[];

                /**
                 * Creates a new NodeCards instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NodeCards instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.NodeCards.$Shape): leasehold.v1.LedgerStateRecord.NodeCards & leasehold.v1.LedgerStateRecord.NodeCards.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.NodeCards.$Properties): leasehold.v1.LedgerStateRecord.NodeCards;

                /**
                 * Encodes the specified NodeCards message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.NodeCards.verify|verify} messages.
                 * @param message NodeCards message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.NodeCards.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NodeCards message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.NodeCards & leasehold.v1.LedgerStateRecord.NodeCards.$Shape} NodeCards
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.NodeCards & leasehold.v1.LedgerStateRecord.NodeCards.$Shape;

                /**
                 * Creates a NodeCards message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NodeCards
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.NodeCards;

                /**
                 * Creates a plain object from a NodeCards message. Also converts values to other types if specified.
                 * @param message NodeCards
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.NodeCards, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NodeCards to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NodeCards {

                /** Properties of a NodeCards. */
                interface $Properties {

                    /** NodeCards node */
                    node?: string;

                    /** NodeCards cards */
                    cards?: leasehold.v1.LedgerCard.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NodeCards. */
                type $Shape = leasehold.v1.LedgerStateRecord.NodeCards.$Properties;
            }

            /**
             * Properties of an AppLease.
             * @deprecated Use leasehold.v1.LedgerStateRecord.AppLease.$Properties instead.
             */
            interface IAppLease extends leasehold.v1.LedgerStateRecord.AppLease.$Properties {
            }

            /** Represents an AppLease. */
            class AppLease {

                /**
                 * Constructs a new AppLease.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.AppLease.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppLease name. */
                name: string;

                /** AppLease owner. */
                owner: string;

                /** AppLease token. */
                token: Long;

                /** AppLease ttl. */
                ttl: number;

                /** AppLease note. */
                note: string;

                /**
                 * Creates a new AppLease instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppLease instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.AppLease.$Shape): leasehold.v1.LedgerStateRecord.AppLease & leasehold.v1.LedgerStateRecord.AppLease.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.AppLease.$Properties): leasehold.v1.LedgerStateRecord.AppLease;

                /**
                 * Encodes the specified AppLease message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.AppLease.verify|verify} messages.
                 * @param message AppLease message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.AppLease.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppLease message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.AppLease & leasehold.v1.LedgerStateRecord.AppLease.$Shape} AppLease
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.AppLease & leasehold.v1.LedgerStateRecord.AppLease.$Shape;

                /**
                 * Creates an AppLease message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns AppLease
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.AppLease;

                /**
                 * Creates a plain object from an AppLease message. Also converts values to other types if specified.
                 * @param message AppLease
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.AppLease, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this AppLease to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace AppLease {

                /** Properties of an AppLease. */
                interface $Properties {

                    /** AppLease name */
                    name?: string;

                    /** AppLease owner */
                    owner?: string;

                    /** AppLease token */
                    token?: Long;

                    /** AppLease ttl */
                    ttl?: number;

                    /** AppLease note */
                    note?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppLease. */
                type $Shape = leasehold.v1.LedgerStateRecord.AppLease.$Properties;
            }

            /**
             * Properties of a NodeRestart.
             * @deprecated Use leasehold.v1.LedgerStateRecord.NodeRestart.$Properties instead.
             */
            interface INodeRestart extends leasehold.v1.LedgerStateRecord.NodeRestart.$Properties {
            }

            /** Represents a NodeRestart. */
            class NodeRestart {

                /**
                 * Constructs a new NodeRestart.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.NodeRestart.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NodeRestart node. */
                node: string;

                /** NodeRestart requestId. */
                requestId: string;

                /** NodeRestart session. */
                session: leasehold.v1.LedgerSession;

                /**
                 * Creates a new NodeRestart instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NodeRestart instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.NodeRestart.$Shape): leasehold.v1.LedgerStateRecord.NodeRestart & leasehold.v1.LedgerStateRecord.NodeRestart.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.NodeRestart.$Properties): leasehold.v1.LedgerStateRecord.NodeRestart;

                /**
                 * Encodes the specified NodeRestart message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.NodeRestart.verify|verify} messages.
                 * @param message NodeRestart message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.NodeRestart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NodeRestart message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.NodeRestart & leasehold.v1.LedgerStateRecord.NodeRestart.$Shape} NodeRestart
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.NodeRestart & leasehold.v1.LedgerStateRecord.NodeRestart.$Shape;

                /**
                 * Creates a NodeRestart message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NodeRestart
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.NodeRestart;

                /**
                 * Creates a plain object from a NodeRestart message. Also converts values to other types if specified.
                 * @param message NodeRestart
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.NodeRestart, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NodeRestart to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NodeRestart {

                /** Properties of a NodeRestart. */
                interface $Properties {

                    /** NodeRestart node */
                    node?: string;

                    /** NodeRestart requestId */
                    requestId?: string;

                    /** NodeRestart session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NodeRestart. */
                type $Shape = leasehold.v1.LedgerStateRecord.NodeRestart.$Properties;
            }

            /**
             * Properties of a NodeStore.
             * @deprecated Use leasehold.v1.LedgerStateRecord.NodeStore.$Properties instead.
             */
            interface INodeStore extends leasehold.v1.LedgerStateRecord.NodeStore.$Properties {
            }

            /** Represents a NodeStore. */
            class NodeStore {

                /**
                 * Constructs a new NodeStore.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.NodeStore.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NodeStore node. */
                node: string;

                /** NodeStore generation. */
                generation: string;

                /** NodeStore incarnation. */
                incarnation: Long;

                /** NodeStore index. */
                index: Long;

                /**
                 * Creates a new NodeStore instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NodeStore instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.NodeStore.$Shape): leasehold.v1.LedgerStateRecord.NodeStore & leasehold.v1.LedgerStateRecord.NodeStore.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.NodeStore.$Properties): leasehold.v1.LedgerStateRecord.NodeStore;

                /**
                 * Encodes the specified NodeStore message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.NodeStore.verify|verify} messages.
                 * @param message NodeStore message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.NodeStore.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NodeStore message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.NodeStore & leasehold.v1.LedgerStateRecord.NodeStore.$Shape} NodeStore
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.NodeStore & leasehold.v1.LedgerStateRecord.NodeStore.$Shape;

                /**
                 * Creates a NodeStore message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NodeStore
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.NodeStore;

                /**
                 * Creates a plain object from a NodeStore message. Also converts values to other types if specified.
                 * @param message NodeStore
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.NodeStore, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NodeStore to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NodeStore {

                /** Properties of a NodeStore. */
                interface $Properties {

                    /** NodeStore node */
                    node?: string;

                    /** NodeStore generation */
                    generation?: string;

                    /** NodeStore incarnation */
                    incarnation?: Long;

                    /** NodeStore index */
                    index?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NodeStore. */
                type $Shape = leasehold.v1.LedgerStateRecord.NodeStore.$Properties;
            }

            /**
             * Properties of a SessionState.
             * @deprecated Use leasehold.v1.LedgerStateRecord.SessionState.$Properties instead.
             */
            interface ISessionState extends leasehold.v1.LedgerStateRecord.SessionState.$Properties {
            }

            /** Represents a SessionState. */
            class SessionState {

                /**
                 * Constructs a new SessionState.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.SessionState.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SessionState session. */
                session: leasehold.v1.LedgerSession;

                /** SessionState bootId. */
                bootId: string;

                /** SessionState openedAt. */
                openedAt: Long;

                /** SessionState ready. */
                ready: (leasehold.v1.LedgerStateRecord.Readiness|null);

                /** SessionState suspect. */
                suspect: (leasehold.v1.LedgerStateRecord.Suspicion|null);

                /**
                 * Creates a new SessionState instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SessionState instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.SessionState.$Shape): leasehold.v1.LedgerStateRecord.SessionState & leasehold.v1.LedgerStateRecord.SessionState.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.SessionState.$Properties): leasehold.v1.LedgerStateRecord.SessionState;

                /**
                 * Encodes the specified SessionState message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.SessionState.verify|verify} messages.
                 * @param message SessionState message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.SessionState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SessionState message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.SessionState & leasehold.v1.LedgerStateRecord.SessionState.$Shape} SessionState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.SessionState & leasehold.v1.LedgerStateRecord.SessionState.$Shape;

                /**
                 * Creates a SessionState message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SessionState
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.SessionState;

                /**
                 * Creates a plain object from a SessionState message. Also converts values to other types if specified.
                 * @param message SessionState
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.SessionState, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SessionState to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SessionState {

                /** Properties of a SessionState. */
                interface $Properties {

                    /** SessionState session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** SessionState bootId */
                    bootId?: string;

                    /** SessionState openedAt */
                    openedAt?: Long;

                    /** SessionState ready */
                    ready?: (leasehold.v1.LedgerStateRecord.Readiness.$Properties|null);

                    /** SessionState suspect */
                    suspect?: (leasehold.v1.LedgerStateRecord.Suspicion.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SessionState. */
                type $Shape = leasehold.v1.LedgerStateRecord.SessionState.$Properties;
            }

            /**
             * Properties of a Readiness.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Readiness.$Properties instead.
             */
            interface IReadiness extends leasehold.v1.LedgerStateRecord.Readiness.$Properties {
            }

            /** Represents a Readiness. */
            class Readiness {

                /**
                 * Constructs a new Readiness.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Readiness.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Readiness revision. */
                revision: Long;

                /** Readiness guard. */
                guard: boolean;

                /** Readiness reason. */
                reason: string;

                /** Readiness unfit. */
                unfit: leasehold.v1.LedgerUnfit[];

                /**
                 * Creates a new Readiness instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Readiness instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Readiness.$Shape): leasehold.v1.LedgerStateRecord.Readiness & leasehold.v1.LedgerStateRecord.Readiness.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Readiness.$Properties): leasehold.v1.LedgerStateRecord.Readiness;

                /**
                 * Encodes the specified Readiness message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Readiness.verify|verify} messages.
                 * @param message Readiness message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Readiness.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Readiness message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Readiness & leasehold.v1.LedgerStateRecord.Readiness.$Shape} Readiness
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Readiness & leasehold.v1.LedgerStateRecord.Readiness.$Shape;

                /**
                 * Creates a Readiness message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Readiness
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Readiness;

                /**
                 * Creates a plain object from a Readiness message. Also converts values to other types if specified.
                 * @param message Readiness
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Readiness, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Readiness to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Readiness {

                /** Properties of a Readiness. */
                interface $Properties {

                    /** Readiness revision */
                    revision?: Long;

                    /** Readiness guard */
                    guard?: boolean;

                    /** Readiness reason */
                    reason?: string;

                    /** Readiness unfit */
                    unfit?: leasehold.v1.LedgerUnfit.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Readiness. */
                type $Shape = leasehold.v1.LedgerStateRecord.Readiness.$Properties;
            }

            /**
             * Properties of a Suspicion.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Suspicion.$Properties instead.
             */
            interface ISuspicion extends leasehold.v1.LedgerStateRecord.Suspicion.$Properties {
            }

            /** Represents a Suspicion. */
            class Suspicion {

                /**
                 * Constructs a new Suspicion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Suspicion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Suspicion index. */
                index: Long;

                /** Suspicion term. */
                term: Long;

                /** Suspicion reason. */
                reason: string;

                /**
                 * Creates a new Suspicion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Suspicion instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Suspicion.$Shape): leasehold.v1.LedgerStateRecord.Suspicion & leasehold.v1.LedgerStateRecord.Suspicion.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Suspicion.$Properties): leasehold.v1.LedgerStateRecord.Suspicion;

                /**
                 * Encodes the specified Suspicion message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Suspicion.verify|verify} messages.
                 * @param message Suspicion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Suspicion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Suspicion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Suspicion & leasehold.v1.LedgerStateRecord.Suspicion.$Shape} Suspicion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Suspicion & leasehold.v1.LedgerStateRecord.Suspicion.$Shape;

                /**
                 * Creates a Suspicion message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Suspicion
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Suspicion;

                /**
                 * Creates a plain object from a Suspicion message. Also converts values to other types if specified.
                 * @param message Suspicion
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Suspicion, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Suspicion to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Suspicion {

                /** Properties of a Suspicion. */
                interface $Properties {

                    /** Suspicion index */
                    index?: Long;

                    /** Suspicion term */
                    term?: Long;

                    /** Suspicion reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Suspicion. */
                type $Shape = leasehold.v1.LedgerStateRecord.Suspicion.$Properties;
            }

            /**
             * Properties of a LeaseState.
             * @deprecated Use leasehold.v1.LedgerStateRecord.LeaseState.$Properties instead.
             */
            interface ILeaseState extends leasehold.v1.LedgerStateRecord.LeaseState.$Properties {
            }

            /** Represents a LeaseState. */
            class LeaseState {

                /**
                 * Constructs a new LeaseState.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.LeaseState.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LeaseState group. */
                group: string;

                /** LeaseState state. */
                state: number;

                /** LeaseState token. */
                token: Long;

                /** LeaseState holder. */
                holder: (leasehold.v1.LedgerSession|null);

                /** LeaseState reason. */
                reason: string;

                /** LeaseState grantedOn. */
                grantedOn: (leasehold.v1.LedgerProof|null);

                /** LeaseState stopped. */
                stopped: (leasehold.v1.LedgerProof|null);

                /** LeaseState claim. */
                claim: (leasehold.v1.LedgerStateRecord.Claimed|null);

                /** LeaseState mayAnswer. */
                mayAnswer: string[];

                /** LeaseState move. */
                move: (leasehold.v1.LedgerStateRecord.Moving|null);

                /** LeaseState lastMoveRequest. */
                lastMoveRequest: (string|null);

                /** LeaseState report. */
                report: (leasehold.v1.LedgerStateRecord.Reported|null);

                /** LeaseState failures. */
                failures: leasehold.v1.LedgerStateRecord.Failure[];

                /** LeaseState accepts. */
                accepts: (leasehold.v1.LedgerStateRecord.Proofs|null);

                /** LeaseState heir. */
                heir: (leasehold.v1.LedgerStateRecord.Heir|null);

                /** LeaseState promised. */
                promised: boolean;

                /**
                 * Creates a new LeaseState instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LeaseState instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.LeaseState.$Shape): leasehold.v1.LedgerStateRecord.LeaseState & leasehold.v1.LedgerStateRecord.LeaseState.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.LeaseState.$Properties): leasehold.v1.LedgerStateRecord.LeaseState;

                /**
                 * Encodes the specified LeaseState message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.LeaseState.verify|verify} messages.
                 * @param message LeaseState message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.LeaseState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LeaseState message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.LeaseState & leasehold.v1.LedgerStateRecord.LeaseState.$Shape} LeaseState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.LeaseState & leasehold.v1.LedgerStateRecord.LeaseState.$Shape;

                /**
                 * Creates a LeaseState message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns LeaseState
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.LeaseState;

                /**
                 * Creates a plain object from a LeaseState message. Also converts values to other types if specified.
                 * @param message LeaseState
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.LeaseState, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this LeaseState to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace LeaseState {

                /** Properties of a LeaseState. */
                interface $Properties {

                    /** LeaseState group */
                    group?: string;

                    /** LeaseState state */
                    state?: number;

                    /** LeaseState token */
                    token?: Long;

                    /** LeaseState holder */
                    holder?: (leasehold.v1.LedgerSession.$Properties|null);

                    /** LeaseState reason */
                    reason?: string;

                    /** LeaseState grantedOn */
                    grantedOn?: (leasehold.v1.LedgerProof.$Properties|null);

                    /** LeaseState stopped */
                    stopped?: (leasehold.v1.LedgerProof.$Properties|null);

                    /** LeaseState claim */
                    claim?: (leasehold.v1.LedgerStateRecord.Claimed.$Properties|null);

                    /** LeaseState mayAnswer */
                    mayAnswer?: string[];

                    /** LeaseState move */
                    move?: (leasehold.v1.LedgerStateRecord.Moving.$Properties|null);

                    /** LeaseState lastMoveRequest */
                    lastMoveRequest?: (string|null);

                    /** LeaseState report */
                    report?: (leasehold.v1.LedgerStateRecord.Reported.$Properties|null);

                    /** LeaseState failures */
                    failures?: leasehold.v1.LedgerStateRecord.Failure.$Properties[];

                    /** LeaseState accepts */
                    accepts?: (leasehold.v1.LedgerStateRecord.Proofs.$Properties|null);

                    /** LeaseState heir */
                    heir?: (leasehold.v1.LedgerStateRecord.Heir.$Properties|null);

                    /** LeaseState promised */
                    promised?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LeaseState. */
                type $Shape = leasehold.v1.LedgerStateRecord.LeaseState.$Properties;
            }

            /**
             * Properties of an Heir.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Heir.$Properties instead.
             */
            interface IHeir extends leasehold.v1.LedgerStateRecord.Heir.$Properties {
            }

            /** Represents an Heir. */
            class Heir {

                /**
                 * Constructs a new Heir.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Heir.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Heir session. */
                session: leasehold.v1.LedgerSession;

                /** Heir token. */
                token: Long;

                /** Heir reason. */
                reason: string;

                /** Heir accepts. */
                accepts: leasehold.v1.LedgerProofKind[];

                /** Heir lost. */
                lost: boolean;

                /**
                 * Creates a new Heir instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Heir instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Heir.$Shape): leasehold.v1.LedgerStateRecord.Heir & leasehold.v1.LedgerStateRecord.Heir.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Heir.$Properties): leasehold.v1.LedgerStateRecord.Heir;

                /**
                 * Encodes the specified Heir message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Heir.verify|verify} messages.
                 * @param message Heir message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Heir.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Heir message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Heir & leasehold.v1.LedgerStateRecord.Heir.$Shape} Heir
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Heir & leasehold.v1.LedgerStateRecord.Heir.$Shape;

                /**
                 * Creates an Heir message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Heir
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Heir;

                /**
                 * Creates a plain object from an Heir message. Also converts values to other types if specified.
                 * @param message Heir
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Heir, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Heir to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Heir {

                /** Properties of an Heir. */
                interface $Properties {

                    /** Heir session */
                    session?: leasehold.v1.LedgerSession.$Properties;

                    /** Heir token */
                    token?: Long;

                    /** Heir reason */
                    reason?: string;

                    /** Heir accepts */
                    accepts?: leasehold.v1.LedgerProofKind[];

                    /** Heir lost */
                    lost?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Heir. */
                type $Shape = leasehold.v1.LedgerStateRecord.Heir.$Properties;
            }

            /**
             * Properties of a Proofs.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Proofs.$Properties instead.
             */
            interface IProofs extends leasehold.v1.LedgerStateRecord.Proofs.$Properties {
            }

            /** Represents a Proofs. */
            class Proofs {

                /**
                 * Constructs a new Proofs.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Proofs.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Proofs kinds. */
                kinds: leasehold.v1.LedgerProofKind[];

                /**
                 * Creates a new Proofs instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Proofs instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Proofs.$Shape): leasehold.v1.LedgerStateRecord.Proofs & leasehold.v1.LedgerStateRecord.Proofs.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Proofs.$Properties): leasehold.v1.LedgerStateRecord.Proofs;

                /**
                 * Encodes the specified Proofs message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Proofs.verify|verify} messages.
                 * @param message Proofs message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Proofs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Proofs message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Proofs & leasehold.v1.LedgerStateRecord.Proofs.$Shape} Proofs
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Proofs & leasehold.v1.LedgerStateRecord.Proofs.$Shape;

                /**
                 * Creates a Proofs message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Proofs
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Proofs;

                /**
                 * Creates a plain object from a Proofs message. Also converts values to other types if specified.
                 * @param message Proofs
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Proofs, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Proofs to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Proofs {

                /** Properties of a Proofs. */
                interface $Properties {

                    /** Proofs kinds */
                    kinds?: leasehold.v1.LedgerProofKind[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Proofs. */
                type $Shape = leasehold.v1.LedgerStateRecord.Proofs.$Properties;
            }

            /**
             * Properties of a Stop.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Stop.$Properties instead.
             */
            interface IStop extends leasehold.v1.LedgerStateRecord.Stop.$Properties {
            }

            /** Represents a Stop. */
            class Stop {

                /**
                 * Constructs a new Stop.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Stop.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Stop index. */
                index: Long;

                /** Stop at. */
                at: number;

                /** Stop node. */
                node: string;

                /** Stop incarnation. */
                incarnation: Long;

                /** Stop kind. */
                kind: leasehold.v1.LedgerProofKind;

                /** Stop by. */
                by: string;

                /** Stop evidence. */
                evidence: string;

                /** Stop attempts. */
                attempts: leasehold.v1.LedgerFenceAttempt[];

                /**
                 * Creates a new Stop instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Stop instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Stop.$Shape): leasehold.v1.LedgerStateRecord.Stop & leasehold.v1.LedgerStateRecord.Stop.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Stop.$Properties): leasehold.v1.LedgerStateRecord.Stop;

                /**
                 * Encodes the specified Stop message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Stop.verify|verify} messages.
                 * @param message Stop message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Stop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Stop message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Stop & leasehold.v1.LedgerStateRecord.Stop.$Shape} Stop
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Stop & leasehold.v1.LedgerStateRecord.Stop.$Shape;

                /**
                 * Creates a Stop message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Stop
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Stop;

                /**
                 * Creates a plain object from a Stop message. Also converts values to other types if specified.
                 * @param message Stop
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Stop, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Stop to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Stop {

                /** Properties of a Stop. */
                interface $Properties {

                    /** Stop index */
                    index?: Long;

                    /** Stop at */
                    at?: number;

                    /** Stop node */
                    node?: string;

                    /** Stop incarnation */
                    incarnation?: Long;

                    /** Stop kind */
                    kind?: leasehold.v1.LedgerProofKind;

                    /** Stop by */
                    by?: string;

                    /** Stop evidence */
                    evidence?: string;

                    /** Stop attempts */
                    attempts?: leasehold.v1.LedgerFenceAttempt.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Stop. */
                type $Shape = leasehold.v1.LedgerStateRecord.Stop.$Properties;
            }

            /**
             * Properties of a Claimed.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Claimed.$Properties instead.
             */
            interface IClaimed extends leasehold.v1.LedgerStateRecord.Claimed.$Properties {
            }

            /** Represents a Claimed. */
            class Claimed {

                /**
                 * Constructs a new Claimed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Claimed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Claimed successor. */
                successor: leasehold.v1.LedgerSession;

                /** Claimed index. */
                index: Long;

                /** Claimed reason. */
                reason: string;

                /**
                 * Creates a new Claimed instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Claimed instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Claimed.$Shape): leasehold.v1.LedgerStateRecord.Claimed & leasehold.v1.LedgerStateRecord.Claimed.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Claimed.$Properties): leasehold.v1.LedgerStateRecord.Claimed;

                /**
                 * Encodes the specified Claimed message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Claimed.verify|verify} messages.
                 * @param message Claimed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Claimed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Claimed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Claimed & leasehold.v1.LedgerStateRecord.Claimed.$Shape} Claimed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Claimed & leasehold.v1.LedgerStateRecord.Claimed.$Shape;

                /**
                 * Creates a Claimed message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Claimed
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Claimed;

                /**
                 * Creates a plain object from a Claimed message. Also converts values to other types if specified.
                 * @param message Claimed
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Claimed, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Claimed to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Claimed {

                /** Properties of a Claimed. */
                interface $Properties {

                    /** Claimed successor */
                    successor?: leasehold.v1.LedgerSession.$Properties;

                    /** Claimed index */
                    index?: Long;

                    /** Claimed reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Claimed. */
                type $Shape = leasehold.v1.LedgerStateRecord.Claimed.$Properties;
            }

            /**
             * Properties of a Moving.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Moving.$Properties instead.
             */
            interface IMoving extends leasehold.v1.LedgerStateRecord.Moving.$Properties {
            }

            /** Represents a Moving. */
            class Moving {

                /**
                 * Constructs a new Moving.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Moving.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Moving to. */
                to: string;

                /** Moving requestId. */
                requestId: string;

                /**
                 * Creates a new Moving instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Moving instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Moving.$Shape): leasehold.v1.LedgerStateRecord.Moving & leasehold.v1.LedgerStateRecord.Moving.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Moving.$Properties): leasehold.v1.LedgerStateRecord.Moving;

                /**
                 * Encodes the specified Moving message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Moving.verify|verify} messages.
                 * @param message Moving message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Moving.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Moving message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Moving & leasehold.v1.LedgerStateRecord.Moving.$Shape} Moving
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Moving & leasehold.v1.LedgerStateRecord.Moving.$Shape;

                /**
                 * Creates a Moving message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Moving
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Moving;

                /**
                 * Creates a plain object from a Moving message. Also converts values to other types if specified.
                 * @param message Moving
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Moving, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Moving to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Moving {

                /** Properties of a Moving. */
                interface $Properties {

                    /** Moving to */
                    to?: string;

                    /** Moving requestId */
                    requestId?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Moving. */
                type $Shape = leasehold.v1.LedgerStateRecord.Moving.$Properties;
            }

            /**
             * Properties of a Reported.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Reported.$Properties instead.
             */
            interface IReported extends leasehold.v1.LedgerStateRecord.Reported.$Properties {
            }

            /** Represents a Reported. */
            class Reported {

                /**
                 * Constructs a new Reported.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Reported.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Reported state. */
                state: leasehold.v1.LedgerGroupState;

                /** Reported reason. */
                reason: string;

                /**
                 * Creates a new Reported instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Reported instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Reported.$Shape): leasehold.v1.LedgerStateRecord.Reported & leasehold.v1.LedgerStateRecord.Reported.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Reported.$Properties): leasehold.v1.LedgerStateRecord.Reported;

                /**
                 * Encodes the specified Reported message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Reported.verify|verify} messages.
                 * @param message Reported message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Reported.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Reported message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Reported & leasehold.v1.LedgerStateRecord.Reported.$Shape} Reported
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Reported & leasehold.v1.LedgerStateRecord.Reported.$Shape;

                /**
                 * Creates a Reported message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Reported
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Reported;

                /**
                 * Creates a plain object from a Reported message. Also converts values to other types if specified.
                 * @param message Reported
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Reported, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Reported to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Reported {

                /** Properties of a Reported. */
                interface $Properties {

                    /** Reported state */
                    state?: leasehold.v1.LedgerGroupState;

                    /** Reported reason */
                    reason?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Reported. */
                type $Shape = leasehold.v1.LedgerStateRecord.Reported.$Properties;
            }

            /**
             * Properties of a Failure.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Failure.$Properties instead.
             */
            interface IFailure extends leasehold.v1.LedgerStateRecord.Failure.$Properties {
            }

            /** Represents a Failure. */
            class Failure {

                /**
                 * Constructs a new Failure.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Failure.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Failure node. */
                node: string;

                /** Failure token. */
                token: Long;

                /**
                 * Creates a new Failure instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Failure instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Failure.$Shape): leasehold.v1.LedgerStateRecord.Failure & leasehold.v1.LedgerStateRecord.Failure.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Failure.$Properties): leasehold.v1.LedgerStateRecord.Failure;

                /**
                 * Encodes the specified Failure message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Failure.verify|verify} messages.
                 * @param message Failure message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Failure message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Failure & leasehold.v1.LedgerStateRecord.Failure.$Shape} Failure
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Failure & leasehold.v1.LedgerStateRecord.Failure.$Shape;

                /**
                 * Creates a Failure message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Failure
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Failure;

                /**
                 * Creates a plain object from a Failure message. Also converts values to other types if specified.
                 * @param message Failure
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Failure, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Failure to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Failure {

                /** Properties of a Failure. */
                interface $Properties {

                    /** Failure node */
                    node?: string;

                    /** Failure token */
                    token?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Failure. */
                type $Shape = leasehold.v1.LedgerStateRecord.Failure.$Properties;
            }

            /**
             * Properties of a Decision.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Decision.$Properties instead.
             */
            interface IDecision extends leasehold.v1.LedgerStateRecord.Decision.$Properties {
            }

            /** Represents a Decision. */
            class Decision {

                /**
                 * Constructs a new Decision.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Decision.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Decision index. */
                index: Long;

                /** Decision term. */
                term: Long;

                /** Decision at. */
                at: number;

                /** Decision text. */
                text: string;

                /** Decision type. */
                type: string;

                /** Decision group. */
                group: (string|null);

                /** Decision acquired. */
                acquired: (leasehold.v1.LedgerStateRecord.AppLease|null);

                /** Decision yielded. */
                yielded: (leasehold.v1.LedgerStateRecord.Yielded|null);

                /**
                 * Creates a new Decision instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Decision instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Decision.$Shape): leasehold.v1.LedgerStateRecord.Decision & leasehold.v1.LedgerStateRecord.Decision.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Decision.$Properties): leasehold.v1.LedgerStateRecord.Decision;

                /**
                 * Encodes the specified Decision message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Decision.verify|verify} messages.
                 * @param message Decision message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Decision.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Decision message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Decision & leasehold.v1.LedgerStateRecord.Decision.$Shape} Decision
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Decision & leasehold.v1.LedgerStateRecord.Decision.$Shape;

                /**
                 * Creates a Decision message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Decision
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Decision;

                /**
                 * Creates a plain object from a Decision message. Also converts values to other types if specified.
                 * @param message Decision
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Decision, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Decision to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Decision {

                /** Properties of a Decision. */
                interface $Properties {

                    /** Decision index */
                    index?: Long;

                    /** Decision term */
                    term?: Long;

                    /** Decision at */
                    at?: number;

                    /** Decision text */
                    text?: string;

                    /** Decision type */
                    type?: string;

                    /** Decision group */
                    group?: (string|null);

                    /** Decision acquired */
                    acquired?: (leasehold.v1.LedgerStateRecord.AppLease.$Properties|null);

                    /** Decision yielded */
                    yielded?: (leasehold.v1.LedgerStateRecord.Yielded.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Decision. */
                type $Shape = leasehold.v1.LedgerStateRecord.Decision.$Properties;
            }

            /**
             * Properties of a Yielded.
             * @deprecated Use leasehold.v1.LedgerStateRecord.Yielded.$Properties instead.
             */
            interface IYielded extends leasehold.v1.LedgerStateRecord.Yielded.$Properties {
            }

            /** Represents a Yielded. */
            class Yielded {

                /**
                 * Constructs a new Yielded.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.LedgerStateRecord.Yielded.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Yielded name. */
                name: string;

                /** Yielded token. */
                token: Long;

                /** Yielded lapsed. */
                lapsed: boolean;

                /**
                 * Creates a new Yielded instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Yielded instance
                 */
                static create(properties: leasehold.v1.LedgerStateRecord.Yielded.$Shape): leasehold.v1.LedgerStateRecord.Yielded & leasehold.v1.LedgerStateRecord.Yielded.$Shape;
                static create(properties?: leasehold.v1.LedgerStateRecord.Yielded.$Properties): leasehold.v1.LedgerStateRecord.Yielded;

                /**
                 * Encodes the specified Yielded message. Does not implicitly {@link leasehold.v1.LedgerStateRecord.Yielded.verify|verify} messages.
                 * @param message Yielded message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.LedgerStateRecord.Yielded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Yielded message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.LedgerStateRecord.Yielded & leasehold.v1.LedgerStateRecord.Yielded.$Shape} Yielded
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerStateRecord.Yielded & leasehold.v1.LedgerStateRecord.Yielded.$Shape;

                /**
                 * Creates a Yielded message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Yielded
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerStateRecord.Yielded;

                /**
                 * Creates a plain object from a Yielded message. Also converts values to other types if specified.
                 * @param message Yielded
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.LedgerStateRecord.Yielded, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Yielded to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Yielded {

                /** Properties of a Yielded. */
                interface $Properties {

                    /** Yielded name */
                    name?: string;

                    /** Yielded token */
                    token?: Long;

                    /** Yielded lapsed */
                    lapsed?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Yielded. */
                type $Shape = leasehold.v1.LedgerStateRecord.Yielded.$Properties;
            }
        }

        /**
         * Properties of a LedgerProof.
         * @deprecated Use leasehold.v1.LedgerProof.$Properties instead.
         */
        interface ILedgerProof extends leasehold.v1.LedgerProof.$Properties {
        }

        /** Represents a LedgerProof. */
        class LedgerProof {

            /**
             * Constructs a new LedgerProof.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.LedgerProof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerProof kind. */
            kind: leasehold.v1.LedgerProofKind;

            /** LedgerProof session. */
            session: (leasehold.v1.LedgerSession|null);

            /** LedgerProof token. */
            token: Long;

            /** LedgerProof index. */
            index: Long;

            /** LedgerProof suspectIndex. */
            suspectIndex: Long;

            /** LedgerProof evidence. */
            evidence: string;

            /**
             * Creates a new LedgerProof instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerProof instance
             */
            static create(properties: leasehold.v1.LedgerProof.$Shape): leasehold.v1.LedgerProof & leasehold.v1.LedgerProof.$Shape;
            static create(properties?: leasehold.v1.LedgerProof.$Properties): leasehold.v1.LedgerProof;

            /**
             * Encodes the specified LedgerProof message. Does not implicitly {@link leasehold.v1.LedgerProof.verify|verify} messages.
             * @param message LedgerProof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.LedgerProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerProof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.LedgerProof & leasehold.v1.LedgerProof.$Shape} LedgerProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.LedgerProof & leasehold.v1.LedgerProof.$Shape;

            /**
             * Creates a LedgerProof message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LedgerProof
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.LedgerProof;

            /**
             * Creates a plain object from a LedgerProof message. Also converts values to other types if specified.
             * @param message LedgerProof
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.LedgerProof, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LedgerProof to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LedgerProof {

            /** Properties of a LedgerProof. */
            interface $Properties {

                /** LedgerProof kind */
                kind?: leasehold.v1.LedgerProofKind;

                /** LedgerProof session */
                session?: (leasehold.v1.LedgerSession.$Properties|null);

                /** LedgerProof token */
                token?: Long;

                /** LedgerProof index */
                index?: Long;

                /** LedgerProof suspectIndex */
                suspectIndex?: Long;

                /** LedgerProof evidence */
                evidence?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerProof. */
            type $Shape = leasehold.v1.LedgerProof.$Properties;
        }

        /**
         * Properties of a PeerFrame.
         * @deprecated Use leasehold.v1.PeerFrame.$Properties instead.
         */
        interface IPeerFrame extends leasehold.v1.PeerFrame.$Properties {
        }

        /** Represents a PeerFrame. */
        class PeerFrame {

            /**
             * Constructs a new PeerFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerFrame format. */
            format: number;

            /** PeerFrame envelopes. */
            envelopes: leasehold.v1.PeerEnvelope[];

            /**
             * Creates a new PeerFrame instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerFrame instance
             */
            static create(properties: leasehold.v1.PeerFrame.$Shape): leasehold.v1.PeerFrame & leasehold.v1.PeerFrame.$Shape;
            static create(properties?: leasehold.v1.PeerFrame.$Properties): leasehold.v1.PeerFrame;

            /**
             * Encodes the specified PeerFrame message. Does not implicitly {@link leasehold.v1.PeerFrame.verify|verify} messages.
             * @param message PeerFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerFrame & leasehold.v1.PeerFrame.$Shape} PeerFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerFrame & leasehold.v1.PeerFrame.$Shape;

            /**
             * Creates a PeerFrame message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerFrame
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerFrame;

            /**
             * Creates a plain object from a PeerFrame message. Also converts values to other types if specified.
             * @param message PeerFrame
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerFrame, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerFrame to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerFrame {

            /** Properties of a PeerFrame. */
            interface $Properties {

                /** PeerFrame format */
                format?: number;

                /** PeerFrame envelopes */
                envelopes?: leasehold.v1.PeerEnvelope.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerFrame. */
            type $Shape = {
              format?: number;
              envelopes?: leasehold.v1.PeerEnvelope.$Shape[];
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PeerEnvelope.
         * @deprecated Use leasehold.v1.PeerEnvelope.$Properties instead.
         */
        interface IPeerEnvelope extends leasehold.v1.PeerEnvelope.$Properties {
        }

        /** Represents a PeerEnvelope. */
        class PeerEnvelope {

            /**
             * Constructs a new PeerEnvelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerEnvelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerEnvelope raft. */
            raft: (leasehold.v1.PeerRaft|null);

            /** PeerEnvelope propose. */
            propose: (leasehold.v1.PeerPropose|null);

            /** PeerEnvelope proposed. */
            proposed: (leasehold.v1.PeerProposed|null);

            /** PeerEnvelope snapshotChunk. */
            snapshotChunk: (leasehold.v1.PeerSnapshotChunk|null);

            /** PeerEnvelope snapshotAnswer. */
            snapshotAnswer: (leasehold.v1.PeerSnapshotAnswer|null);

            /** PeerEnvelope keepAlive. */
            keepAlive: (leasehold.v1.PeerKeepAlive|null);

            /** PeerEnvelope kept. */
            kept: (leasehold.v1.PeerKept|null);

            /** PeerEnvelope question. */
            question: (leasehold.v1.PeerQuestionAsked|null);

            /** PeerEnvelope certificate. */
            certificate: (leasehold.v1.PeerCertificate|null);

            /** PeerEnvelope counters. */
            counters: (leasehold.v1.PeerCounters|null);

            /** PeerEnvelope letGo. */
            letGo: (leasehold.v1.PeerLetGo|null);

            /** PeerEnvelope body. */
            body?: ("raft"|"propose"|"proposed"|"snapshotChunk"|"snapshotAnswer"|"keepAlive"|"kept"|"question"|"certificate"|"counters"|"letGo");

            /**
             * Creates a new PeerEnvelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerEnvelope instance
             */
            static create(properties: leasehold.v1.PeerEnvelope.$Shape): leasehold.v1.PeerEnvelope & leasehold.v1.PeerEnvelope.$Shape;
            static create(properties?: leasehold.v1.PeerEnvelope.$Properties): leasehold.v1.PeerEnvelope;

            /**
             * Encodes the specified PeerEnvelope message. Does not implicitly {@link leasehold.v1.PeerEnvelope.verify|verify} messages.
             * @param message PeerEnvelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerEnvelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerEnvelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerEnvelope & leasehold.v1.PeerEnvelope.$Shape} PeerEnvelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerEnvelope & leasehold.v1.PeerEnvelope.$Shape;

            /**
             * Creates a PeerEnvelope message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerEnvelope
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerEnvelope;

            /**
             * Creates a plain object from a PeerEnvelope message. Also converts values to other types if specified.
             * @param message PeerEnvelope
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerEnvelope, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerEnvelope to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerEnvelope {

            /** Properties of a PeerEnvelope. */
            interface $Properties {

                /** PeerEnvelope raft */
                raft?: (leasehold.v1.PeerRaft.$Properties|null);

                /** PeerEnvelope propose */
                propose?: (leasehold.v1.PeerPropose.$Properties|null);

                /** PeerEnvelope proposed */
                proposed?: (leasehold.v1.PeerProposed.$Properties|null);

                /** PeerEnvelope snapshotChunk */
                snapshotChunk?: (leasehold.v1.PeerSnapshotChunk.$Properties|null);

                /** PeerEnvelope snapshotAnswer */
                snapshotAnswer?: (leasehold.v1.PeerSnapshotAnswer.$Properties|null);

                /** PeerEnvelope keepAlive */
                keepAlive?: (leasehold.v1.PeerKeepAlive.$Properties|null);

                /** PeerEnvelope kept */
                kept?: (leasehold.v1.PeerKept.$Properties|null);

                /** PeerEnvelope question */
                question?: (leasehold.v1.PeerQuestionAsked.$Properties|null);

                /** PeerEnvelope certificate */
                certificate?: (leasehold.v1.PeerCertificate.$Properties|null);

                /** PeerEnvelope counters */
                counters?: (leasehold.v1.PeerCounters.$Properties|null);

                /** PeerEnvelope letGo */
                letGo?: (leasehold.v1.PeerLetGo.$Properties|null);

                /** PeerEnvelope body */
                body?: ("raft"|"propose"|"proposed"|"snapshotChunk"|"snapshotAnswer"|"keepAlive"|"kept"|"question"|"certificate"|"counters"|"letGo");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerEnvelope. */
            type $Shape = {
              raft?: leasehold.v1.PeerRaft.$Shape|null;
              propose?: leasehold.v1.PeerPropose.$Shape|null;
              proposed?: leasehold.v1.PeerProposed.$Shape|null;
              snapshotChunk?: leasehold.v1.PeerSnapshotChunk.$Shape|null;
              snapshotAnswer?: leasehold.v1.PeerSnapshotAnswer.$Shape|null;
              keepAlive?: leasehold.v1.PeerKeepAlive.$Shape|null;
              kept?: leasehold.v1.PeerKept.$Shape|null;
              question?: leasehold.v1.PeerQuestionAsked.$Shape|null;
              certificate?: leasehold.v1.PeerCertificate.$Shape|null;
              counters?: leasehold.v1.PeerCounters.$Shape|null;
              letGo?: leasehold.v1.PeerLetGo.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "raft"; raft: leasehold.v1.PeerRaft.$Shape; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "propose"; raft?: null; propose: leasehold.v1.PeerPropose.$Shape; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "proposed"; raft?: null; propose?: null; proposed: leasehold.v1.PeerProposed.$Shape; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "snapshotChunk"; raft?: null; propose?: null; proposed?: null; snapshotChunk: leasehold.v1.PeerSnapshotChunk.$Shape; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "snapshotAnswer"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer: leasehold.v1.PeerSnapshotAnswer.$Shape; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "keepAlive"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive: leasehold.v1.PeerKeepAlive.$Shape; kept?: null; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "kept"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept: leasehold.v1.PeerKept.$Shape; question?: null; certificate?: null; counters?: null; letGo?: null }|{ body?: "question"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question: leasehold.v1.PeerQuestionAsked.$Shape; certificate?: null; counters?: null; letGo?: null }|{ body?: "certificate"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate: leasehold.v1.PeerCertificate.$Shape; counters?: null; letGo?: null }|{ body?: "counters"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters: leasehold.v1.PeerCounters.$Shape; letGo?: null }|{ body?: "letGo"; raft?: null; propose?: null; proposed?: null; snapshotChunk?: null; snapshotAnswer?: null; keepAlive?: null; kept?: null; question?: null; certificate?: null; counters?: null; letGo: leasehold.v1.PeerLetGo.$Shape })
            );
        }

        /**
         * Properties of a PeerLetGo.
         * @deprecated Use leasehold.v1.PeerLetGo.$Properties instead.
         */
        interface IPeerLetGo extends leasehold.v1.PeerLetGo.$Properties {
        }

        /** Represents a PeerLetGo. */
        class PeerLetGo {

            /**
             * Constructs a new PeerLetGo.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerLetGo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerLetGo release. */
            release: leasehold.v1.LedgerCommand;

            /** PeerLetGo successor. */
            successor: leasehold.v1.LedgerSession;

            /** PeerLetGo token. */
            token: Long;

            /**
             * Creates a new PeerLetGo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerLetGo instance
             */
            static create(properties: leasehold.v1.PeerLetGo.$Shape): leasehold.v1.PeerLetGo & leasehold.v1.PeerLetGo.$Shape;
            static create(properties?: leasehold.v1.PeerLetGo.$Properties): leasehold.v1.PeerLetGo;

            /**
             * Encodes the specified PeerLetGo message. Does not implicitly {@link leasehold.v1.PeerLetGo.verify|verify} messages.
             * @param message PeerLetGo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerLetGo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerLetGo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerLetGo & leasehold.v1.PeerLetGo.$Shape} PeerLetGo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerLetGo & leasehold.v1.PeerLetGo.$Shape;

            /**
             * Creates a PeerLetGo message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerLetGo
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerLetGo;

            /**
             * Creates a plain object from a PeerLetGo message. Also converts values to other types if specified.
             * @param message PeerLetGo
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerLetGo, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerLetGo to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerLetGo {

            /** Properties of a PeerLetGo. */
            interface $Properties {

                /** PeerLetGo release */
                release?: leasehold.v1.LedgerCommand.$Properties;

                /** PeerLetGo successor */
                successor?: leasehold.v1.LedgerSession.$Properties;

                /** PeerLetGo token */
                token?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerLetGo. */
            type $Shape = {
              release?: leasehold.v1.LedgerCommand.$Shape;
              successor?: leasehold.v1.LedgerSession.$Shape;
              token?: Long;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PeerCounters.
         * @deprecated Use leasehold.v1.PeerCounters.$Properties instead.
         */
        interface IPeerCounters extends leasehold.v1.PeerCounters.$Properties {
        }

        /** Represents a PeerCounters. */
        class PeerCounters {

            /**
             * Constructs a new PeerCounters.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerCounters.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerCounters counters. */
            counters: leasehold.v1.PeerCounter[];

            /**
             * Creates a new PeerCounters instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerCounters instance
             */
            static create(properties: leasehold.v1.PeerCounters.$Shape): leasehold.v1.PeerCounters & leasehold.v1.PeerCounters.$Shape;
            static create(properties?: leasehold.v1.PeerCounters.$Properties): leasehold.v1.PeerCounters;

            /**
             * Encodes the specified PeerCounters message. Does not implicitly {@link leasehold.v1.PeerCounters.verify|verify} messages.
             * @param message PeerCounters message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerCounters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerCounters message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerCounters & leasehold.v1.PeerCounters.$Shape} PeerCounters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerCounters & leasehold.v1.PeerCounters.$Shape;

            /**
             * Creates a PeerCounters message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerCounters
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerCounters;

            /**
             * Creates a plain object from a PeerCounters message. Also converts values to other types if specified.
             * @param message PeerCounters
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerCounters, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerCounters to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerCounters {

            /** Properties of a PeerCounters. */
            interface $Properties {

                /** PeerCounters counters */
                counters?: leasehold.v1.PeerCounter.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerCounters. */
            type $Shape = leasehold.v1.PeerCounters.$Properties;
        }

        /**
         * Properties of a PeerCounter.
         * @deprecated Use leasehold.v1.PeerCounter.$Properties instead.
         */
        interface IPeerCounter extends leasehold.v1.PeerCounter.$Properties {
        }

        /** Represents a PeerCounter. */
        class PeerCounter {

            /**
             * Constructs a new PeerCounter.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerCounter.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerCounter where. */
            where: string;

            /** PeerCounter reason. */
            reason: string;

            /** PeerCounter count. */
            count: Long;

            /** PeerCounter agoMs. */
            agoMs: number;

            /** PeerCounter from. */
            from: leasehold.v1.PeerOrigin[];

            /**
             * Creates a new PeerCounter instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerCounter instance
             */
            static create(properties: leasehold.v1.PeerCounter.$Shape): leasehold.v1.PeerCounter & leasehold.v1.PeerCounter.$Shape;
            static create(properties?: leasehold.v1.PeerCounter.$Properties): leasehold.v1.PeerCounter;

            /**
             * Encodes the specified PeerCounter message. Does not implicitly {@link leasehold.v1.PeerCounter.verify|verify} messages.
             * @param message PeerCounter message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerCounter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerCounter message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerCounter & leasehold.v1.PeerCounter.$Shape} PeerCounter
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerCounter & leasehold.v1.PeerCounter.$Shape;

            /**
             * Creates a PeerCounter message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerCounter
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerCounter;

            /**
             * Creates a plain object from a PeerCounter message. Also converts values to other types if specified.
             * @param message PeerCounter
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerCounter, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerCounter to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerCounter {

            /** Properties of a PeerCounter. */
            interface $Properties {

                /** PeerCounter where */
                where?: string;

                /** PeerCounter reason */
                reason?: string;

                /** PeerCounter count */
                count?: Long;

                /** PeerCounter agoMs */
                agoMs?: number;

                /** PeerCounter from */
                from?: leasehold.v1.PeerOrigin.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerCounter. */
            type $Shape = leasehold.v1.PeerCounter.$Properties;
        }

        /**
         * Properties of a PeerOrigin.
         * @deprecated Use leasehold.v1.PeerOrigin.$Properties instead.
         */
        interface IPeerOrigin extends leasehold.v1.PeerOrigin.$Properties {
        }

        /** Represents a PeerOrigin. */
        class PeerOrigin {

            /**
             * Constructs a new PeerOrigin.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerOrigin.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerOrigin address. */
            address: string;

            /** PeerOrigin count. */
            count: Long;

            /**
             * Creates a new PeerOrigin instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerOrigin instance
             */
            static create(properties: leasehold.v1.PeerOrigin.$Shape): leasehold.v1.PeerOrigin & leasehold.v1.PeerOrigin.$Shape;
            static create(properties?: leasehold.v1.PeerOrigin.$Properties): leasehold.v1.PeerOrigin;

            /**
             * Encodes the specified PeerOrigin message. Does not implicitly {@link leasehold.v1.PeerOrigin.verify|verify} messages.
             * @param message PeerOrigin message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerOrigin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerOrigin message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerOrigin & leasehold.v1.PeerOrigin.$Shape} PeerOrigin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerOrigin & leasehold.v1.PeerOrigin.$Shape;

            /**
             * Creates a PeerOrigin message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerOrigin
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerOrigin;

            /**
             * Creates a plain object from a PeerOrigin message. Also converts values to other types if specified.
             * @param message PeerOrigin
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerOrigin, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerOrigin to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerOrigin {

            /** Properties of a PeerOrigin. */
            interface $Properties {

                /** PeerOrigin address */
                address?: string;

                /** PeerOrigin count */
                count?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerOrigin. */
            type $Shape = leasehold.v1.PeerOrigin.$Properties;
        }

        /**
         * Properties of a PeerQuestion.
         * @deprecated Use leasehold.v1.PeerQuestion.$Properties instead.
         */
        interface IPeerQuestion extends leasehold.v1.PeerQuestion.$Properties {
        }

        /** Represents a PeerQuestion. */
        class PeerQuestion {

            /**
             * Constructs a new PeerQuestion.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerQuestion.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerQuestion node. */
            node: string;

            /** PeerQuestion incarnation. */
            incarnation: Long;

            /** PeerQuestion challenge. */
            challenge: Long;

            /** PeerQuestion response. */
            response: Long;

            /**
             * Creates a new PeerQuestion instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerQuestion instance
             */
            static create(properties: leasehold.v1.PeerQuestion.$Shape): leasehold.v1.PeerQuestion & leasehold.v1.PeerQuestion.$Shape;
            static create(properties?: leasehold.v1.PeerQuestion.$Properties): leasehold.v1.PeerQuestion;

            /**
             * Encodes the specified PeerQuestion message. Does not implicitly {@link leasehold.v1.PeerQuestion.verify|verify} messages.
             * @param message PeerQuestion message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerQuestion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerQuestion message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerQuestion & leasehold.v1.PeerQuestion.$Shape} PeerQuestion
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerQuestion & leasehold.v1.PeerQuestion.$Shape;

            /**
             * Creates a PeerQuestion message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerQuestion
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerQuestion;

            /**
             * Creates a plain object from a PeerQuestion message. Also converts values to other types if specified.
             * @param message PeerQuestion
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerQuestion, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerQuestion to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerQuestion {

            /** Properties of a PeerQuestion. */
            interface $Properties {

                /** PeerQuestion node */
                node?: string;

                /** PeerQuestion incarnation */
                incarnation?: Long;

                /** PeerQuestion challenge */
                challenge?: Long;

                /** PeerQuestion response */
                response?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerQuestion. */
            type $Shape = leasehold.v1.PeerQuestion.$Properties;
        }

        /**
         * Properties of a PeerQuestionAsked.
         * @deprecated Use leasehold.v1.PeerQuestionAsked.$Properties instead.
         */
        interface IPeerQuestionAsked extends leasehold.v1.PeerQuestionAsked.$Properties {
        }

        /** Represents a PeerQuestionAsked. */
        class PeerQuestionAsked {

            /**
             * Constructs a new PeerQuestionAsked.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerQuestionAsked.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerQuestionAsked question. */
            question: leasehold.v1.PeerQuestion;

            /** PeerQuestionAsked lastIndex. */
            lastIndex: Long;

            /** PeerQuestionAsked lastTerm. */
            lastTerm: Long;

            /**
             * Creates a new PeerQuestionAsked instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerQuestionAsked instance
             */
            static create(properties: leasehold.v1.PeerQuestionAsked.$Shape): leasehold.v1.PeerQuestionAsked & leasehold.v1.PeerQuestionAsked.$Shape;
            static create(properties?: leasehold.v1.PeerQuestionAsked.$Properties): leasehold.v1.PeerQuestionAsked;

            /**
             * Encodes the specified PeerQuestionAsked message. Does not implicitly {@link leasehold.v1.PeerQuestionAsked.verify|verify} messages.
             * @param message PeerQuestionAsked message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerQuestionAsked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerQuestionAsked message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerQuestionAsked & leasehold.v1.PeerQuestionAsked.$Shape} PeerQuestionAsked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerQuestionAsked & leasehold.v1.PeerQuestionAsked.$Shape;

            /**
             * Creates a PeerQuestionAsked message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerQuestionAsked
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerQuestionAsked;

            /**
             * Creates a plain object from a PeerQuestionAsked message. Also converts values to other types if specified.
             * @param message PeerQuestionAsked
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerQuestionAsked, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerQuestionAsked to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerQuestionAsked {

            /** Properties of a PeerQuestionAsked. */
            interface $Properties {

                /** PeerQuestionAsked question */
                question?: leasehold.v1.PeerQuestion.$Properties;

                /** PeerQuestionAsked lastIndex */
                lastIndex?: Long;

                /** PeerQuestionAsked lastTerm */
                lastTerm?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerQuestionAsked. */
            type $Shape = leasehold.v1.PeerQuestionAsked.$Properties;
        }

        /**
         * Properties of a PeerCertificate.
         * @deprecated Use leasehold.v1.PeerCertificate.$Properties instead.
         */
        interface IPeerCertificate extends leasehold.v1.PeerCertificate.$Properties {
        }

        /** Represents a PeerCertificate. */
        class PeerCertificate {

            /**
             * Constructs a new PeerCertificate.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerCertificate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerCertificate question. */
            question: leasehold.v1.PeerQuestion;

            /** PeerCertificate leader. */
            leader: string;

            /** PeerCertificate term. */
            term: Long;

            /** PeerCertificate configurationIndex. */
            configurationIndex: Long;

            /**
             * Creates a new PeerCertificate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerCertificate instance
             */
            static create(properties: leasehold.v1.PeerCertificate.$Shape): leasehold.v1.PeerCertificate & leasehold.v1.PeerCertificate.$Shape;
            static create(properties?: leasehold.v1.PeerCertificate.$Properties): leasehold.v1.PeerCertificate;

            /**
             * Encodes the specified PeerCertificate message. Does not implicitly {@link leasehold.v1.PeerCertificate.verify|verify} messages.
             * @param message PeerCertificate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerCertificate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerCertificate & leasehold.v1.PeerCertificate.$Shape} PeerCertificate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerCertificate & leasehold.v1.PeerCertificate.$Shape;

            /**
             * Creates a PeerCertificate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerCertificate
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerCertificate;

            /**
             * Creates a plain object from a PeerCertificate message. Also converts values to other types if specified.
             * @param message PeerCertificate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerCertificate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerCertificate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerCertificate {

            /** Properties of a PeerCertificate. */
            interface $Properties {

                /** PeerCertificate question */
                question?: leasehold.v1.PeerQuestion.$Properties;

                /** PeerCertificate leader */
                leader?: string;

                /** PeerCertificate term */
                term?: Long;

                /** PeerCertificate configurationIndex */
                configurationIndex?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerCertificate. */
            type $Shape = leasehold.v1.PeerCertificate.$Properties;
        }

        /**
         * Properties of a PeerKeepAlive.
         * @deprecated Use leasehold.v1.PeerKeepAlive.$Properties instead.
         */
        interface IPeerKeepAlive extends leasehold.v1.PeerKeepAlive.$Properties {
        }

        /** Represents a PeerKeepAlive. */
        class PeerKeepAlive {

            /**
             * Constructs a new PeerKeepAlive.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerKeepAlive.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerKeepAlive id. */
            id: Long;

            /** PeerKeepAlive name. */
            name: string;

            /** PeerKeepAlive owner. */
            owner: string;

            /** PeerKeepAlive token. */
            token: Long;

            /**
             * Creates a new PeerKeepAlive instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerKeepAlive instance
             */
            static create(properties: leasehold.v1.PeerKeepAlive.$Shape): leasehold.v1.PeerKeepAlive & leasehold.v1.PeerKeepAlive.$Shape;
            static create(properties?: leasehold.v1.PeerKeepAlive.$Properties): leasehold.v1.PeerKeepAlive;

            /**
             * Encodes the specified PeerKeepAlive message. Does not implicitly {@link leasehold.v1.PeerKeepAlive.verify|verify} messages.
             * @param message PeerKeepAlive message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerKeepAlive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerKeepAlive message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerKeepAlive & leasehold.v1.PeerKeepAlive.$Shape} PeerKeepAlive
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerKeepAlive & leasehold.v1.PeerKeepAlive.$Shape;

            /**
             * Creates a PeerKeepAlive message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerKeepAlive
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerKeepAlive;

            /**
             * Creates a plain object from a PeerKeepAlive message. Also converts values to other types if specified.
             * @param message PeerKeepAlive
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerKeepAlive, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerKeepAlive to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerKeepAlive {

            /** Properties of a PeerKeepAlive. */
            interface $Properties {

                /** PeerKeepAlive id */
                id?: Long;

                /** PeerKeepAlive name */
                name?: string;

                /** PeerKeepAlive owner */
                owner?: string;

                /** PeerKeepAlive token */
                token?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerKeepAlive. */
            type $Shape = leasehold.v1.PeerKeepAlive.$Properties;
        }

        /**
         * Properties of a PeerKept.
         * @deprecated Use leasehold.v1.PeerKept.$Properties instead.
         */
        interface IPeerKept extends leasehold.v1.PeerKept.$Properties {
        }

        /** Represents a PeerKept. */
        class PeerKept {

            /**
             * Constructs a new PeerKept.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerKept.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerKept id. */
            id: Long;

            /** PeerKept ttl. */
            ttl: (number|null);

            /** PeerKept lost. */
            lost: (string|null);

            /** PeerKept unconfirmed. */
            unconfirmed: (string|null);

            /** PeerKept result. */
            result?: ("ttl"|"lost"|"unconfirmed");

            /**
             * Creates a new PeerKept instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerKept instance
             */
            static create(properties: leasehold.v1.PeerKept.$Shape): leasehold.v1.PeerKept & leasehold.v1.PeerKept.$Shape;
            static create(properties?: leasehold.v1.PeerKept.$Properties): leasehold.v1.PeerKept;

            /**
             * Encodes the specified PeerKept message. Does not implicitly {@link leasehold.v1.PeerKept.verify|verify} messages.
             * @param message PeerKept message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerKept.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerKept message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerKept & leasehold.v1.PeerKept.$Shape} PeerKept
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerKept & leasehold.v1.PeerKept.$Shape;

            /**
             * Creates a PeerKept message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerKept
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerKept;

            /**
             * Creates a plain object from a PeerKept message. Also converts values to other types if specified.
             * @param message PeerKept
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerKept, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerKept to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerKept {

            /** Properties of a PeerKept. */
            interface $Properties {

                /** PeerKept id */
                id?: Long;

                /** PeerKept ttl */
                ttl?: (number|null);

                /** PeerKept lost */
                lost?: (string|null);

                /** PeerKept unconfirmed */
                unconfirmed?: (string|null);

                /** PeerKept result */
                result?: ("ttl"|"lost"|"unconfirmed");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerKept. */
            type $Shape = {
              id?: Long;
              ttl?: number|null;
              lost?: string|null;
              unconfirmed?: string|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; ttl?: null; lost?: null; unconfirmed?: null }|{ result?: "ttl"; ttl: number; lost?: null; unconfirmed?: null }|{ result?: "lost"; ttl?: null; lost: string; unconfirmed?: null }|{ result?: "unconfirmed"; ttl?: null; lost?: null; unconfirmed: string })
            );
        }

        /**
         * Properties of a PeerSnapshotChunk.
         * @deprecated Use leasehold.v1.PeerSnapshotChunk.$Properties instead.
         */
        interface IPeerSnapshotChunk extends leasehold.v1.PeerSnapshotChunk.$Properties {
        }

        /** Represents a PeerSnapshotChunk. */
        class PeerSnapshotChunk {

            /**
             * Constructs a new PeerSnapshotChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerSnapshotChunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerSnapshotChunk term. */
            term: Long;

            /** PeerSnapshotChunk snapshot. */
            snapshot: leasehold.v1.LedgerSnapshotMark;

            /** PeerSnapshotChunk size. */
            size: Long;

            /** PeerSnapshotChunk digest. */
            digest: Uint8Array;

            /** PeerSnapshotChunk offset. */
            offset: Long;

            /** PeerSnapshotChunk data. */
            data: Uint8Array;

            /** PeerSnapshotChunk checksum. */
            checksum: number;

            /**
             * Creates a new PeerSnapshotChunk instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerSnapshotChunk instance
             */
            static create(properties: leasehold.v1.PeerSnapshotChunk.$Shape): leasehold.v1.PeerSnapshotChunk & leasehold.v1.PeerSnapshotChunk.$Shape;
            static create(properties?: leasehold.v1.PeerSnapshotChunk.$Properties): leasehold.v1.PeerSnapshotChunk;

            /**
             * Encodes the specified PeerSnapshotChunk message. Does not implicitly {@link leasehold.v1.PeerSnapshotChunk.verify|verify} messages.
             * @param message PeerSnapshotChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerSnapshotChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerSnapshotChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerSnapshotChunk & leasehold.v1.PeerSnapshotChunk.$Shape} PeerSnapshotChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerSnapshotChunk & leasehold.v1.PeerSnapshotChunk.$Shape;

            /**
             * Creates a PeerSnapshotChunk message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerSnapshotChunk
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerSnapshotChunk;

            /**
             * Creates a plain object from a PeerSnapshotChunk message. Also converts values to other types if specified.
             * @param message PeerSnapshotChunk
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerSnapshotChunk, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerSnapshotChunk to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerSnapshotChunk {

            /** Properties of a PeerSnapshotChunk. */
            interface $Properties {

                /** PeerSnapshotChunk term */
                term?: Long;

                /** PeerSnapshotChunk snapshot */
                snapshot?: leasehold.v1.LedgerSnapshotMark.$Properties;

                /** PeerSnapshotChunk size */
                size?: Long;

                /** PeerSnapshotChunk digest */
                digest?: Uint8Array;

                /** PeerSnapshotChunk offset */
                offset?: Long;

                /** PeerSnapshotChunk data */
                data?: Uint8Array;

                /** PeerSnapshotChunk checksum */
                checksum?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerSnapshotChunk. */
            type $Shape = leasehold.v1.PeerSnapshotChunk.$Properties;
        }

        /**
         * Properties of a PeerSnapshotAnswer.
         * @deprecated Use leasehold.v1.PeerSnapshotAnswer.$Properties instead.
         */
        interface IPeerSnapshotAnswer extends leasehold.v1.PeerSnapshotAnswer.$Properties {
        }

        /** Represents a PeerSnapshotAnswer. */
        class PeerSnapshotAnswer {

            /**
             * Constructs a new PeerSnapshotAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerSnapshotAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerSnapshotAnswer term. */
            term: Long;

            /** PeerSnapshotAnswer index. */
            index: Long;

            /** PeerSnapshotAnswer wanted. */
            wanted: (Long|null);

            /** PeerSnapshotAnswer done. */
            done: (boolean|null);

            /** PeerSnapshotAnswer refused. */
            refused: (string|null);

            /** PeerSnapshotAnswer result. */
            result?: ("wanted"|"done"|"refused");

            /**
             * Creates a new PeerSnapshotAnswer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerSnapshotAnswer instance
             */
            static create(properties: leasehold.v1.PeerSnapshotAnswer.$Shape): leasehold.v1.PeerSnapshotAnswer & leasehold.v1.PeerSnapshotAnswer.$Shape;
            static create(properties?: leasehold.v1.PeerSnapshotAnswer.$Properties): leasehold.v1.PeerSnapshotAnswer;

            /**
             * Encodes the specified PeerSnapshotAnswer message. Does not implicitly {@link leasehold.v1.PeerSnapshotAnswer.verify|verify} messages.
             * @param message PeerSnapshotAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerSnapshotAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerSnapshotAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerSnapshotAnswer & leasehold.v1.PeerSnapshotAnswer.$Shape} PeerSnapshotAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerSnapshotAnswer & leasehold.v1.PeerSnapshotAnswer.$Shape;

            /**
             * Creates a PeerSnapshotAnswer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerSnapshotAnswer
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerSnapshotAnswer;

            /**
             * Creates a plain object from a PeerSnapshotAnswer message. Also converts values to other types if specified.
             * @param message PeerSnapshotAnswer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerSnapshotAnswer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerSnapshotAnswer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerSnapshotAnswer {

            /** Properties of a PeerSnapshotAnswer. */
            interface $Properties {

                /** PeerSnapshotAnswer term */
                term?: Long;

                /** PeerSnapshotAnswer index */
                index?: Long;

                /** PeerSnapshotAnswer wanted */
                wanted?: (Long|null);

                /** PeerSnapshotAnswer done */
                done?: (boolean|null);

                /** PeerSnapshotAnswer refused */
                refused?: (string|null);

                /** PeerSnapshotAnswer result */
                result?: ("wanted"|"done"|"refused");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerSnapshotAnswer. */
            type $Shape = {
              term?: Long;
              index?: Long;
              wanted?: Long|null;
              done?: boolean|null;
              refused?: string|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; wanted?: null; done?: null; refused?: null }|{ result?: "wanted"; wanted: Long; done?: null; refused?: null }|{ result?: "done"; wanted?: null; done: boolean; refused?: null }|{ result?: "refused"; wanted?: null; done?: null; refused: string })
            );
        }

        /**
         * Properties of a PeerRaft.
         * @deprecated Use leasehold.v1.PeerRaft.$Properties instead.
         */
        interface IPeerRaft extends leasehold.v1.PeerRaft.$Properties {
        }

        /** Represents a PeerRaft. */
        class PeerRaft {

            /**
             * Constructs a new PeerRaft.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerRaft.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerRaft term. */
            term: Long;

            /** PeerRaft ages. */
            ages: leasehold.v1.PeerAge[];

            /** PeerRaft preVoteRequest. */
            preVoteRequest: (leasehold.v1.PeerRaft.PreVoteRequest|null);

            /** PeerRaft preVoteResponse. */
            preVoteResponse: (leasehold.v1.PeerRaft.PreVoteResponse|null);

            /** PeerRaft voteRequest. */
            voteRequest: (leasehold.v1.PeerRaft.VoteRequest|null);

            /** PeerRaft voteResponse. */
            voteResponse: (leasehold.v1.PeerRaft.VoteResponse|null);

            /** PeerRaft appendRequest. */
            appendRequest: (leasehold.v1.PeerRaft.AppendRequest|null);

            /** PeerRaft appendResponse. */
            appendResponse: (leasehold.v1.PeerRaft.AppendResponse|null);

            /** PeerRaft timeoutNow. */
            timeoutNow: (leasehold.v1.PeerRaft.TimeoutNow|null);

            /** PeerRaft message. */
            message?: ("preVoteRequest"|"preVoteResponse"|"voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"timeoutNow");

            /**
             * Creates a new PeerRaft instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerRaft instance
             */
            static create(properties: leasehold.v1.PeerRaft.$Shape): leasehold.v1.PeerRaft & leasehold.v1.PeerRaft.$Shape;
            static create(properties?: leasehold.v1.PeerRaft.$Properties): leasehold.v1.PeerRaft;

            /**
             * Encodes the specified PeerRaft message. Does not implicitly {@link leasehold.v1.PeerRaft.verify|verify} messages.
             * @param message PeerRaft message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerRaft.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerRaft message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerRaft & leasehold.v1.PeerRaft.$Shape} PeerRaft
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft & leasehold.v1.PeerRaft.$Shape;

            /**
             * Creates a PeerRaft message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerRaft
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft;

            /**
             * Creates a plain object from a PeerRaft message. Also converts values to other types if specified.
             * @param message PeerRaft
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerRaft, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerRaft to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerRaft {

            /** Properties of a PeerRaft. */
            interface $Properties {

                /** PeerRaft term */
                term?: Long;

                /** PeerRaft ages */
                ages?: leasehold.v1.PeerAge.$Properties[];

                /** PeerRaft preVoteRequest */
                preVoteRequest?: (leasehold.v1.PeerRaft.PreVoteRequest.$Properties|null);

                /** PeerRaft preVoteResponse */
                preVoteResponse?: (leasehold.v1.PeerRaft.PreVoteResponse.$Properties|null);

                /** PeerRaft voteRequest */
                voteRequest?: (leasehold.v1.PeerRaft.VoteRequest.$Properties|null);

                /** PeerRaft voteResponse */
                voteResponse?: (leasehold.v1.PeerRaft.VoteResponse.$Properties|null);

                /** PeerRaft appendRequest */
                appendRequest?: (leasehold.v1.PeerRaft.AppendRequest.$Properties|null);

                /** PeerRaft appendResponse */
                appendResponse?: (leasehold.v1.PeerRaft.AppendResponse.$Properties|null);

                /** PeerRaft timeoutNow */
                timeoutNow?: (leasehold.v1.PeerRaft.TimeoutNow.$Properties|null);

                /** PeerRaft message */
                message?: ("preVoteRequest"|"preVoteResponse"|"voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"timeoutNow");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerRaft. */
            type $Shape = {
              term?: Long;
              ages?: leasehold.v1.PeerAge.$Shape[];
              preVoteRequest?: leasehold.v1.PeerRaft.PreVoteRequest.$Shape|null;
              preVoteResponse?: leasehold.v1.PeerRaft.PreVoteResponse.$Shape|null;
              voteRequest?: leasehold.v1.PeerRaft.VoteRequest.$Shape|null;
              voteResponse?: leasehold.v1.PeerRaft.VoteResponse.$Shape|null;
              appendRequest?: leasehold.v1.PeerRaft.AppendRequest.$Shape|null;
              appendResponse?: leasehold.v1.PeerRaft.AppendResponse.$Shape|null;
              timeoutNow?: leasehold.v1.PeerRaft.TimeoutNow.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "preVoteRequest"; preVoteRequest: leasehold.v1.PeerRaft.PreVoteRequest.$Shape; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "preVoteResponse"; preVoteRequest?: null; preVoteResponse: leasehold.v1.PeerRaft.PreVoteResponse.$Shape; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "voteRequest"; preVoteRequest?: null; preVoteResponse?: null; voteRequest: leasehold.v1.PeerRaft.VoteRequest.$Shape; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "voteResponse"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse: leasehold.v1.PeerRaft.VoteResponse.$Shape; appendRequest?: null; appendResponse?: null; timeoutNow?: null }|{ message?: "appendRequest"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest: leasehold.v1.PeerRaft.AppendRequest.$Shape; appendResponse?: null; timeoutNow?: null }|{ message?: "appendResponse"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse: leasehold.v1.PeerRaft.AppendResponse.$Shape; timeoutNow?: null }|{ message?: "timeoutNow"; preVoteRequest?: null; preVoteResponse?: null; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; timeoutNow: leasehold.v1.PeerRaft.TimeoutNow.$Shape })
            );

            /**
             * Properties of a PreVoteRequest.
             * @deprecated Use leasehold.v1.PeerRaft.PreVoteRequest.$Properties instead.
             */
            interface IPreVoteRequest extends leasehold.v1.PeerRaft.PreVoteRequest.$Properties {
            }

            /** Represents a PreVoteRequest. */
            class PreVoteRequest {

                /**
                 * Constructs a new PreVoteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.PreVoteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PreVoteRequest lastIndex. */
                lastIndex: Long;

                /** PreVoteRequest lastTerm. */
                lastTerm: Long;

                /**
                 * Creates a new PreVoteRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PreVoteRequest instance
                 */
                static create(properties: leasehold.v1.PeerRaft.PreVoteRequest.$Shape): leasehold.v1.PeerRaft.PreVoteRequest & leasehold.v1.PeerRaft.PreVoteRequest.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.PreVoteRequest.$Properties): leasehold.v1.PeerRaft.PreVoteRequest;

                /**
                 * Encodes the specified PreVoteRequest message. Does not implicitly {@link leasehold.v1.PeerRaft.PreVoteRequest.verify|verify} messages.
                 * @param message PreVoteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.PreVoteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PreVoteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.PreVoteRequest & leasehold.v1.PeerRaft.PreVoteRequest.$Shape} PreVoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.PreVoteRequest & leasehold.v1.PeerRaft.PreVoteRequest.$Shape;

                /**
                 * Creates a PreVoteRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PreVoteRequest
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.PreVoteRequest;

                /**
                 * Creates a plain object from a PreVoteRequest message. Also converts values to other types if specified.
                 * @param message PreVoteRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.PreVoteRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PreVoteRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PreVoteRequest {

                /** Properties of a PreVoteRequest. */
                interface $Properties {

                    /** PreVoteRequest lastIndex */
                    lastIndex?: Long;

                    /** PreVoteRequest lastTerm */
                    lastTerm?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PreVoteRequest. */
                type $Shape = leasehold.v1.PeerRaft.PreVoteRequest.$Properties;
            }

            /**
             * Properties of a PreVoteResponse.
             * @deprecated Use leasehold.v1.PeerRaft.PreVoteResponse.$Properties instead.
             */
            interface IPreVoteResponse extends leasehold.v1.PeerRaft.PreVoteResponse.$Properties {
            }

            /** Represents a PreVoteResponse. */
            class PreVoteResponse {

                /**
                 * Constructs a new PreVoteResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.PreVoteResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PreVoteResponse requestTerm. */
                requestTerm: Long;

                /** PreVoteResponse granted. */
                granted: boolean;

                /**
                 * Creates a new PreVoteResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PreVoteResponse instance
                 */
                static create(properties: leasehold.v1.PeerRaft.PreVoteResponse.$Shape): leasehold.v1.PeerRaft.PreVoteResponse & leasehold.v1.PeerRaft.PreVoteResponse.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.PreVoteResponse.$Properties): leasehold.v1.PeerRaft.PreVoteResponse;

                /**
                 * Encodes the specified PreVoteResponse message. Does not implicitly {@link leasehold.v1.PeerRaft.PreVoteResponse.verify|verify} messages.
                 * @param message PreVoteResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.PreVoteResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PreVoteResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.PreVoteResponse & leasehold.v1.PeerRaft.PreVoteResponse.$Shape} PreVoteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.PreVoteResponse & leasehold.v1.PeerRaft.PreVoteResponse.$Shape;

                /**
                 * Creates a PreVoteResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PreVoteResponse
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.PreVoteResponse;

                /**
                 * Creates a plain object from a PreVoteResponse message. Also converts values to other types if specified.
                 * @param message PreVoteResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.PreVoteResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PreVoteResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PreVoteResponse {

                /** Properties of a PreVoteResponse. */
                interface $Properties {

                    /** PreVoteResponse requestTerm */
                    requestTerm?: Long;

                    /** PreVoteResponse granted */
                    granted?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PreVoteResponse. */
                type $Shape = leasehold.v1.PeerRaft.PreVoteResponse.$Properties;
            }

            /**
             * Properties of a VoteRequest.
             * @deprecated Use leasehold.v1.PeerRaft.VoteRequest.$Properties instead.
             */
            interface IVoteRequest extends leasehold.v1.PeerRaft.VoteRequest.$Properties {
            }

            /** Represents a VoteRequest. */
            class VoteRequest {

                /**
                 * Constructs a new VoteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.VoteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteRequest lastIndex. */
                lastIndex: Long;

                /** VoteRequest lastTerm. */
                lastTerm: Long;

                /** VoteRequest transfer. */
                transfer: boolean;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteRequest instance
                 */
                static create(properties: leasehold.v1.PeerRaft.VoteRequest.$Shape): leasehold.v1.PeerRaft.VoteRequest & leasehold.v1.PeerRaft.VoteRequest.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.VoteRequest.$Properties): leasehold.v1.PeerRaft.VoteRequest;

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link leasehold.v1.PeerRaft.VoteRequest.verify|verify} messages.
                 * @param message VoteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.VoteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.VoteRequest & leasehold.v1.PeerRaft.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.VoteRequest & leasehold.v1.PeerRaft.VoteRequest.$Shape;

                /**
                 * Creates a VoteRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns VoteRequest
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.VoteRequest;

                /**
                 * Creates a plain object from a VoteRequest message. Also converts values to other types if specified.
                 * @param message VoteRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.VoteRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this VoteRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace VoteRequest {

                /** Properties of a VoteRequest. */
                interface $Properties {

                    /** VoteRequest lastIndex */
                    lastIndex?: Long;

                    /** VoteRequest lastTerm */
                    lastTerm?: Long;

                    /** VoteRequest transfer */
                    transfer?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteRequest. */
                type $Shape = leasehold.v1.PeerRaft.VoteRequest.$Properties;
            }

            /**
             * Properties of a VoteResponse.
             * @deprecated Use leasehold.v1.PeerRaft.VoteResponse.$Properties instead.
             */
            interface IVoteResponse extends leasehold.v1.PeerRaft.VoteResponse.$Properties {
            }

            /** Represents a VoteResponse. */
            class VoteResponse {

                /**
                 * Constructs a new VoteResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.VoteResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteResponse granted. */
                granted: boolean;

                /**
                 * Creates a new VoteResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteResponse instance
                 */
                static create(properties: leasehold.v1.PeerRaft.VoteResponse.$Shape): leasehold.v1.PeerRaft.VoteResponse & leasehold.v1.PeerRaft.VoteResponse.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.VoteResponse.$Properties): leasehold.v1.PeerRaft.VoteResponse;

                /**
                 * Encodes the specified VoteResponse message. Does not implicitly {@link leasehold.v1.PeerRaft.VoteResponse.verify|verify} messages.
                 * @param message VoteResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.VoteResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.VoteResponse & leasehold.v1.PeerRaft.VoteResponse.$Shape} VoteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.VoteResponse & leasehold.v1.PeerRaft.VoteResponse.$Shape;

                /**
                 * Creates a VoteResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns VoteResponse
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.VoteResponse;

                /**
                 * Creates a plain object from a VoteResponse message. Also converts values to other types if specified.
                 * @param message VoteResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.VoteResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this VoteResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace VoteResponse {

                /** Properties of a VoteResponse. */
                interface $Properties {

                    /** VoteResponse granted */
                    granted?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteResponse. */
                type $Shape = leasehold.v1.PeerRaft.VoteResponse.$Properties;
            }

            /**
             * Properties of an AppendRequest.
             * @deprecated Use leasehold.v1.PeerRaft.AppendRequest.$Properties instead.
             */
            interface IAppendRequest extends leasehold.v1.PeerRaft.AppendRequest.$Properties {
            }

            /** Represents an AppendRequest. */
            class AppendRequest {

                /**
                 * Constructs a new AppendRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.AppendRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendRequest prevIndex. */
                prevIndex: Long;

                /** AppendRequest prevTerm. */
                prevTerm: Long;

                /** AppendRequest entries. */
                entries: Uint8Array[];

                /** AppendRequest commit. */
                commit: Long;

                /** AppendRequest round. */
                round: Long;

                /**
                 * Creates a new AppendRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendRequest instance
                 */
                static create(properties: leasehold.v1.PeerRaft.AppendRequest.$Shape): leasehold.v1.PeerRaft.AppendRequest & leasehold.v1.PeerRaft.AppendRequest.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.AppendRequest.$Properties): leasehold.v1.PeerRaft.AppendRequest;

                /**
                 * Encodes the specified AppendRequest message. Does not implicitly {@link leasehold.v1.PeerRaft.AppendRequest.verify|verify} messages.
                 * @param message AppendRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.AppendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.AppendRequest & leasehold.v1.PeerRaft.AppendRequest.$Shape} AppendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.AppendRequest & leasehold.v1.PeerRaft.AppendRequest.$Shape;

                /**
                 * Creates an AppendRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns AppendRequest
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.AppendRequest;

                /**
                 * Creates a plain object from an AppendRequest message. Also converts values to other types if specified.
                 * @param message AppendRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.AppendRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this AppendRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace AppendRequest {

                /** Properties of an AppendRequest. */
                interface $Properties {

                    /** AppendRequest prevIndex */
                    prevIndex?: Long;

                    /** AppendRequest prevTerm */
                    prevTerm?: Long;

                    /** AppendRequest entries */
                    entries?: Uint8Array[];

                    /** AppendRequest commit */
                    commit?: Long;

                    /** AppendRequest round */
                    round?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppendRequest. */
                type $Shape = leasehold.v1.PeerRaft.AppendRequest.$Properties;
            }

            /**
             * Properties of an AppendResponse.
             * @deprecated Use leasehold.v1.PeerRaft.AppendResponse.$Properties instead.
             */
            interface IAppendResponse extends leasehold.v1.PeerRaft.AppendResponse.$Properties {
            }

            /** Represents an AppendResponse. */
            class AppendResponse {

                /**
                 * Constructs a new AppendResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.AppendResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendResponse round. */
                round: Long;

                /** AppendResponse match. */
                match: (Long|null);

                /** AppendResponse rejection. */
                rejection: (leasehold.v1.PeerRaft.Rejection|null);

                /** AppendResponse uncertified. */
                uncertified: boolean;

                /** AppendResponse result. */
                result?: ("match"|"rejection");

                /**
                 * Creates a new AppendResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendResponse instance
                 */
                static create(properties: leasehold.v1.PeerRaft.AppendResponse.$Shape): leasehold.v1.PeerRaft.AppendResponse & leasehold.v1.PeerRaft.AppendResponse.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.AppendResponse.$Properties): leasehold.v1.PeerRaft.AppendResponse;

                /**
                 * Encodes the specified AppendResponse message. Does not implicitly {@link leasehold.v1.PeerRaft.AppendResponse.verify|verify} messages.
                 * @param message AppendResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.AppendResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.AppendResponse & leasehold.v1.PeerRaft.AppendResponse.$Shape} AppendResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.AppendResponse & leasehold.v1.PeerRaft.AppendResponse.$Shape;

                /**
                 * Creates an AppendResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns AppendResponse
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.AppendResponse;

                /**
                 * Creates a plain object from an AppendResponse message. Also converts values to other types if specified.
                 * @param message AppendResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.AppendResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this AppendResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace AppendResponse {

                /** Properties of an AppendResponse. */
                interface $Properties {

                    /** AppendResponse round */
                    round?: Long;

                    /** AppendResponse match */
                    match?: (Long|null);

                    /** AppendResponse rejection */
                    rejection?: (leasehold.v1.PeerRaft.Rejection.$Properties|null);

                    /** AppendResponse uncertified */
                    uncertified?: boolean;

                    /** AppendResponse result */
                    result?: ("match"|"rejection");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an AppendResponse. */
                type $Shape = {
                  round?: Long;
                  match?: Long|null;
                  rejection?: leasehold.v1.PeerRaft.Rejection.$Shape|null;
                  uncertified?: boolean;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ result?: undefined; match?: null; rejection?: null }|{ result?: "match"; match: Long; rejection?: null }|{ result?: "rejection"; match?: null; rejection: leasehold.v1.PeerRaft.Rejection.$Shape })
                );
            }

            /**
             * Properties of a Rejection.
             * @deprecated Use leasehold.v1.PeerRaft.Rejection.$Properties instead.
             */
            interface IRejection extends leasehold.v1.PeerRaft.Rejection.$Properties {
            }

            /** Represents a Rejection. */
            class Rejection {

                /**
                 * Constructs a new Rejection.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.Rejection.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Rejection rejected. */
                rejected: Long;

                /** Rejection hintIndex. */
                hintIndex: Long;

                /** Rejection hintTerm. */
                hintTerm: Long;

                /**
                 * Creates a new Rejection instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Rejection instance
                 */
                static create(properties: leasehold.v1.PeerRaft.Rejection.$Shape): leasehold.v1.PeerRaft.Rejection & leasehold.v1.PeerRaft.Rejection.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.Rejection.$Properties): leasehold.v1.PeerRaft.Rejection;

                /**
                 * Encodes the specified Rejection message. Does not implicitly {@link leasehold.v1.PeerRaft.Rejection.verify|verify} messages.
                 * @param message Rejection message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.Rejection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Rejection message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.Rejection & leasehold.v1.PeerRaft.Rejection.$Shape} Rejection
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.Rejection & leasehold.v1.PeerRaft.Rejection.$Shape;

                /**
                 * Creates a Rejection message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Rejection
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.Rejection;

                /**
                 * Creates a plain object from a Rejection message. Also converts values to other types if specified.
                 * @param message Rejection
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.Rejection, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Rejection to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Rejection {

                /** Properties of a Rejection. */
                interface $Properties {

                    /** Rejection rejected */
                    rejected?: Long;

                    /** Rejection hintIndex */
                    hintIndex?: Long;

                    /** Rejection hintTerm */
                    hintTerm?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Rejection. */
                type $Shape = leasehold.v1.PeerRaft.Rejection.$Properties;
            }

            /**
             * Properties of a TimeoutNow.
             * @deprecated Use leasehold.v1.PeerRaft.TimeoutNow.$Properties instead.
             */
            interface ITimeoutNow extends leasehold.v1.PeerRaft.TimeoutNow.$Properties {
            }

            /** Represents a TimeoutNow. */
            class TimeoutNow {

                /**
                 * Constructs a new TimeoutNow.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerRaft.TimeoutNow.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new TimeoutNow instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TimeoutNow instance
                 */
                static create(properties: leasehold.v1.PeerRaft.TimeoutNow.$Shape): leasehold.v1.PeerRaft.TimeoutNow & leasehold.v1.PeerRaft.TimeoutNow.$Shape;
                static create(properties?: leasehold.v1.PeerRaft.TimeoutNow.$Properties): leasehold.v1.PeerRaft.TimeoutNow;

                /**
                 * Encodes the specified TimeoutNow message. Does not implicitly {@link leasehold.v1.PeerRaft.TimeoutNow.verify|verify} messages.
                 * @param message TimeoutNow message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerRaft.TimeoutNow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TimeoutNow message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerRaft.TimeoutNow & leasehold.v1.PeerRaft.TimeoutNow.$Shape} TimeoutNow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerRaft.TimeoutNow & leasehold.v1.PeerRaft.TimeoutNow.$Shape;

                /**
                 * Creates a TimeoutNow message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TimeoutNow
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerRaft.TimeoutNow;

                /**
                 * Creates a plain object from a TimeoutNow message. Also converts values to other types if specified.
                 * @param message TimeoutNow
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerRaft.TimeoutNow, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TimeoutNow to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TimeoutNow {

                /** Properties of a TimeoutNow. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TimeoutNow. */
                type $Shape = leasehold.v1.PeerRaft.TimeoutNow.$Properties;
            }
        }

        /**
         * Properties of a PeerAge.
         * @deprecated Use leasehold.v1.PeerAge.$Properties instead.
         */
        interface IPeerAge extends leasehold.v1.PeerAge.$Properties {
        }

        /** Represents a PeerAge. */
        class PeerAge {

            /**
             * Constructs a new PeerAge.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerAge.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerAge session. */
            session: leasehold.v1.LedgerSession;

            /** PeerAge suspectIndex. */
            suspectIndex: Long;

            /** PeerAge suspectTerm. */
            suspectTerm: Long;

            /** PeerAge age. */
            age: number;

            /**
             * Creates a new PeerAge instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerAge instance
             */
            static create(properties: leasehold.v1.PeerAge.$Shape): leasehold.v1.PeerAge & leasehold.v1.PeerAge.$Shape;
            static create(properties?: leasehold.v1.PeerAge.$Properties): leasehold.v1.PeerAge;

            /**
             * Encodes the specified PeerAge message. Does not implicitly {@link leasehold.v1.PeerAge.verify|verify} messages.
             * @param message PeerAge message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerAge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerAge message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerAge & leasehold.v1.PeerAge.$Shape} PeerAge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerAge & leasehold.v1.PeerAge.$Shape;

            /**
             * Creates a PeerAge message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerAge
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerAge;

            /**
             * Creates a plain object from a PeerAge message. Also converts values to other types if specified.
             * @param message PeerAge
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerAge, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerAge to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerAge {

            /** Properties of a PeerAge. */
            interface $Properties {

                /** PeerAge session */
                session?: leasehold.v1.LedgerSession.$Properties;

                /** PeerAge suspectIndex */
                suspectIndex?: Long;

                /** PeerAge suspectTerm */
                suspectTerm?: Long;

                /** PeerAge age */
                age?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerAge. */
            type $Shape = leasehold.v1.PeerAge.$Properties;
        }

        /**
         * Properties of a PeerPropose.
         * @deprecated Use leasehold.v1.PeerPropose.$Properties instead.
         */
        interface IPeerPropose extends leasehold.v1.PeerPropose.$Properties {
        }

        /** Represents a PeerPropose. */
        class PeerPropose {

            /**
             * Constructs a new PeerPropose.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerPropose.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerPropose id. */
            id: Long;

            /** PeerPropose term. */
            term: Long;

            /** PeerPropose commands. */
            commands: leasehold.v1.LedgerCommand[];

            /**
             * Creates a new PeerPropose instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerPropose instance
             */
            static create(properties: leasehold.v1.PeerPropose.$Shape): leasehold.v1.PeerPropose & leasehold.v1.PeerPropose.$Shape;
            static create(properties?: leasehold.v1.PeerPropose.$Properties): leasehold.v1.PeerPropose;

            /**
             * Encodes the specified PeerPropose message. Does not implicitly {@link leasehold.v1.PeerPropose.verify|verify} messages.
             * @param message PeerPropose message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerPropose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerPropose message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerPropose & leasehold.v1.PeerPropose.$Shape} PeerPropose
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerPropose & leasehold.v1.PeerPropose.$Shape;

            /**
             * Creates a PeerPropose message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerPropose
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerPropose;

            /**
             * Creates a plain object from a PeerPropose message. Also converts values to other types if specified.
             * @param message PeerPropose
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerPropose, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerPropose to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerPropose {

            /** Properties of a PeerPropose. */
            interface $Properties {

                /** PeerPropose id */
                id?: Long;

                /** PeerPropose term */
                term?: Long;

                /** PeerPropose commands */
                commands?: leasehold.v1.LedgerCommand.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerPropose. */
            type $Shape = {
              id?: Long;
              term?: Long;
              commands?: leasehold.v1.LedgerCommand.$Shape[];
              $unknowns?: Uint8Array[];
            };
        }

        /** PeerRefusal enum. */
        enum PeerRefusal {

            /** PEER_REFUSAL_UNSPECIFIED value */
            PEER_REFUSAL_UNSPECIFIED = 0,

            /** PEER_REFUSAL_NOT_LEADER value */
            PEER_REFUSAL_NOT_LEADER = 1,

            /** PEER_REFUSAL_TERM_CHANGED value */
            PEER_REFUSAL_TERM_CHANGED = 2,

            /** PEER_REFUSAL_TRANSFERRING value */
            PEER_REFUSAL_TRANSFERRING = 3,

            /** PEER_REFUSAL_TOO_MUCH_UNCOMMITTED value */
            PEER_REFUSAL_TOO_MUCH_UNCOMMITTED = 4
        }

        /**
         * Properties of a PeerProposed.
         * @deprecated Use leasehold.v1.PeerProposed.$Properties instead.
         */
        interface IPeerProposed extends leasehold.v1.PeerProposed.$Properties {
        }

        /** Represents a PeerProposed. */
        class PeerProposed {

            /**
             * Constructs a new PeerProposed.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerProposed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerProposed id. */
            id: Long;

            /** PeerProposed appended. */
            appended: (leasehold.v1.PeerProposed.Appended|null);

            /** PeerProposed refused. */
            refused: (leasehold.v1.PeerRefusal|null);

            /** PeerProposed result. */
            result?: ("appended"|"refused");

            /**
             * Creates a new PeerProposed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerProposed instance
             */
            static create(properties: leasehold.v1.PeerProposed.$Shape): leasehold.v1.PeerProposed & leasehold.v1.PeerProposed.$Shape;
            static create(properties?: leasehold.v1.PeerProposed.$Properties): leasehold.v1.PeerProposed;

            /**
             * Encodes the specified PeerProposed message. Does not implicitly {@link leasehold.v1.PeerProposed.verify|verify} messages.
             * @param message PeerProposed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerProposed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerProposed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerProposed & leasehold.v1.PeerProposed.$Shape} PeerProposed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerProposed & leasehold.v1.PeerProposed.$Shape;

            /**
             * Creates a PeerProposed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerProposed
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerProposed;

            /**
             * Creates a plain object from a PeerProposed message. Also converts values to other types if specified.
             * @param message PeerProposed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerProposed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerProposed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerProposed {

            /** Properties of a PeerProposed. */
            interface $Properties {

                /** PeerProposed id */
                id?: Long;

                /** PeerProposed appended */
                appended?: (leasehold.v1.PeerProposed.Appended.$Properties|null);

                /** PeerProposed refused */
                refused?: (leasehold.v1.PeerRefusal|null);

                /** PeerProposed result */
                result?: ("appended"|"refused");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerProposed. */
            type $Shape = {
              id?: Long;
              appended?: leasehold.v1.PeerProposed.Appended.$Shape|null;
              refused?: leasehold.v1.PeerRefusal|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; appended?: null; refused?: null }|{ result?: "appended"; appended: leasehold.v1.PeerProposed.Appended.$Shape; refused?: null }|{ result?: "refused"; appended?: null; refused: leasehold.v1.PeerRefusal })
            );

            /**
             * Properties of an Appended.
             * @deprecated Use leasehold.v1.PeerProposed.Appended.$Properties instead.
             */
            interface IAppended extends leasehold.v1.PeerProposed.Appended.$Properties {
            }

            /** Represents an Appended. */
            class Appended {

                /**
                 * Constructs a new Appended.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: leasehold.v1.PeerProposed.Appended.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Appended index. */
                index: Long;

                /** Appended term. */
                term: Long;

                /**
                 * Creates a new Appended instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Appended instance
                 */
                static create(properties: leasehold.v1.PeerProposed.Appended.$Shape): leasehold.v1.PeerProposed.Appended & leasehold.v1.PeerProposed.Appended.$Shape;
                static create(properties?: leasehold.v1.PeerProposed.Appended.$Properties): leasehold.v1.PeerProposed.Appended;

                /**
                 * Encodes the specified Appended message. Does not implicitly {@link leasehold.v1.PeerProposed.Appended.verify|verify} messages.
                 * @param message Appended message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: leasehold.v1.PeerProposed.Appended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Appended message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {leasehold.v1.PeerProposed.Appended & leasehold.v1.PeerProposed.Appended.$Shape} Appended
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerProposed.Appended & leasehold.v1.PeerProposed.Appended.$Shape;

                /**
                 * Creates an Appended message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Appended
                 */
                static fromObject(object: { [k: string]: any }): leasehold.v1.PeerProposed.Appended;

                /**
                 * Creates a plain object from an Appended message. Also converts values to other types if specified.
                 * @param message Appended
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: leasehold.v1.PeerProposed.Appended, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Appended to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Appended {

                /** Properties of an Appended. */
                interface $Properties {

                    /** Appended index */
                    index?: Long;

                    /** Appended term */
                    term?: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Appended. */
                type $Shape = leasehold.v1.PeerProposed.Appended.$Properties;
            }
        }

        /**
         * Properties of a PeerHeartbeat.
         * @deprecated Use leasehold.v1.PeerHeartbeat.$Properties instead.
         */
        interface IPeerHeartbeat extends leasehold.v1.PeerHeartbeat.$Properties {
        }

        /** Represents a PeerHeartbeat. */
        class PeerHeartbeat {

            /**
             * Constructs a new PeerHeartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerHeartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerHeartbeat format. */
            format: number;

            /** PeerHeartbeat from. */
            from: string;

            /** PeerHeartbeat incarnation. */
            incarnation: Long;

            /** PeerHeartbeat number. */
            number: Long;

            /** PeerHeartbeat seq. */
            seq: Long;

            /** PeerHeartbeat sentAt. */
            sentAt: number;

            /** PeerHeartbeat bootId. */
            bootId: string;

            /** PeerHeartbeat reports. */
            reports: leasehold.v1.PeerReport[];

            /** PeerHeartbeat round. */
            round: (leasehold.v1.PeerIdleRound|null);

            /** PeerHeartbeat answer. */
            answer: (leasehold.v1.PeerIdleAnswer|null);

            /** PeerHeartbeat arbitration. */
            arbitration: (leasehold.v1.PeerArbitration|null);

            /**
             * Creates a new PeerHeartbeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerHeartbeat instance
             */
            static create(properties: leasehold.v1.PeerHeartbeat.$Shape): leasehold.v1.PeerHeartbeat & leasehold.v1.PeerHeartbeat.$Shape;
            static create(properties?: leasehold.v1.PeerHeartbeat.$Properties): leasehold.v1.PeerHeartbeat;

            /**
             * Encodes the specified PeerHeartbeat message. Does not implicitly {@link leasehold.v1.PeerHeartbeat.verify|verify} messages.
             * @param message PeerHeartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerHeartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerHeartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerHeartbeat & leasehold.v1.PeerHeartbeat.$Shape} PeerHeartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerHeartbeat & leasehold.v1.PeerHeartbeat.$Shape;

            /**
             * Creates a PeerHeartbeat message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerHeartbeat
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerHeartbeat;

            /**
             * Creates a plain object from a PeerHeartbeat message. Also converts values to other types if specified.
             * @param message PeerHeartbeat
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerHeartbeat, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerHeartbeat to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerHeartbeat {

            /** Properties of a PeerHeartbeat. */
            interface $Properties {

                /** PeerHeartbeat format */
                format?: number;

                /** PeerHeartbeat from */
                from?: string;

                /** PeerHeartbeat incarnation */
                incarnation?: Long;

                /** PeerHeartbeat number */
                number?: Long;

                /** PeerHeartbeat seq */
                seq?: Long;

                /** PeerHeartbeat sentAt */
                sentAt?: number;

                /** PeerHeartbeat bootId */
                bootId?: string;

                /** PeerHeartbeat reports */
                reports?: leasehold.v1.PeerReport.$Properties[];

                /** PeerHeartbeat round */
                round?: (leasehold.v1.PeerIdleRound.$Properties|null);

                /** PeerHeartbeat answer */
                answer?: (leasehold.v1.PeerIdleAnswer.$Properties|null);

                /** PeerHeartbeat arbitration */
                arbitration?: (leasehold.v1.PeerArbitration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerHeartbeat. */
            type $Shape = leasehold.v1.PeerHeartbeat.$Properties;
        }

        /**
         * Properties of a PeerArbitration.
         * @deprecated Use leasehold.v1.PeerArbitration.$Properties instead.
         */
        interface IPeerArbitration extends leasehold.v1.PeerArbitration.$Properties {
        }

        /** Represents a PeerArbitration. */
        class PeerArbitration {

            /**
             * Constructs a new PeerArbitration.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerArbitration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerArbitration round. */
            round: Long;

            /** PeerArbitration reached. */
            reached: string[];

            /** PeerArbitration surrenderPlease. */
            surrenderPlease: boolean;

            /** PeerArbitration alone. */
            alone: (leasehold.v1.PeerAlone|null);

            /** PeerArbitration farewell. */
            farewell: boolean;

            /** PeerArbitration race. */
            race: Long;

            /** PeerArbitration byIp. */
            byIp: (leasehold.v1.PeerByIp|null);

            /**
             * Creates a new PeerArbitration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerArbitration instance
             */
            static create(properties: leasehold.v1.PeerArbitration.$Shape): leasehold.v1.PeerArbitration & leasehold.v1.PeerArbitration.$Shape;
            static create(properties?: leasehold.v1.PeerArbitration.$Properties): leasehold.v1.PeerArbitration;

            /**
             * Encodes the specified PeerArbitration message. Does not implicitly {@link leasehold.v1.PeerArbitration.verify|verify} messages.
             * @param message PeerArbitration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerArbitration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerArbitration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerArbitration & leasehold.v1.PeerArbitration.$Shape} PeerArbitration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerArbitration & leasehold.v1.PeerArbitration.$Shape;

            /**
             * Creates a PeerArbitration message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerArbitration
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerArbitration;

            /**
             * Creates a plain object from a PeerArbitration message. Also converts values to other types if specified.
             * @param message PeerArbitration
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerArbitration, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerArbitration to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerArbitration {

            /** Properties of a PeerArbitration. */
            interface $Properties {

                /** PeerArbitration round */
                round?: Long;

                /** PeerArbitration reached */
                reached?: string[];

                /** PeerArbitration surrenderPlease */
                surrenderPlease?: boolean;

                /** PeerArbitration alone */
                alone?: (leasehold.v1.PeerAlone.$Properties|null);

                /** PeerArbitration farewell */
                farewell?: boolean;

                /** PeerArbitration race */
                race?: Long;

                /** PeerArbitration byIp */
                byIp?: (leasehold.v1.PeerByIp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerArbitration. */
            type $Shape = leasehold.v1.PeerArbitration.$Properties;
        }

        /**
         * Properties of a PeerByIp.
         * @deprecated Use leasehold.v1.PeerByIp.$Properties instead.
         */
        interface IPeerByIp extends leasehold.v1.PeerByIp.$Properties {
        }

        /** Represents a PeerByIp. */
        class PeerByIp {

            /**
             * Constructs a new PeerByIp.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerByIp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerByIp others. */
            others: boolean;

            /** PeerByIp peer. */
            peer: boolean;

            /**
             * Creates a new PeerByIp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerByIp instance
             */
            static create(properties: leasehold.v1.PeerByIp.$Shape): leasehold.v1.PeerByIp & leasehold.v1.PeerByIp.$Shape;
            static create(properties?: leasehold.v1.PeerByIp.$Properties): leasehold.v1.PeerByIp;

            /**
             * Encodes the specified PeerByIp message. Does not implicitly {@link leasehold.v1.PeerByIp.verify|verify} messages.
             * @param message PeerByIp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerByIp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerByIp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerByIp & leasehold.v1.PeerByIp.$Shape} PeerByIp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerByIp & leasehold.v1.PeerByIp.$Shape;

            /**
             * Creates a PeerByIp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerByIp
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerByIp;

            /**
             * Creates a plain object from a PeerByIp message. Also converts values to other types if specified.
             * @param message PeerByIp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerByIp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerByIp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerByIp {

            /** Properties of a PeerByIp. */
            interface $Properties {

                /** PeerByIp others */
                others?: boolean;

                /** PeerByIp peer */
                peer?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerByIp. */
            type $Shape = leasehold.v1.PeerByIp.$Properties;
        }

        /**
         * Properties of a PeerAlone.
         * @deprecated Use leasehold.v1.PeerAlone.$Properties instead.
         */
        interface IPeerAlone extends leasehold.v1.PeerAlone.$Properties {
        }

        /** Represents a PeerAlone. */
        class PeerAlone {

            /**
             * Constructs a new PeerAlone.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerAlone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerAlone term. */
            term: Long;

            /** PeerAlone commit. */
            commit: Long;

            /** PeerAlone store. */
            store: (leasehold.v1.PeerStore|null);

            /**
             * Creates a new PeerAlone instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerAlone instance
             */
            static create(properties: leasehold.v1.PeerAlone.$Shape): leasehold.v1.PeerAlone & leasehold.v1.PeerAlone.$Shape;
            static create(properties?: leasehold.v1.PeerAlone.$Properties): leasehold.v1.PeerAlone;

            /**
             * Encodes the specified PeerAlone message. Does not implicitly {@link leasehold.v1.PeerAlone.verify|verify} messages.
             * @param message PeerAlone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerAlone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerAlone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerAlone & leasehold.v1.PeerAlone.$Shape} PeerAlone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerAlone & leasehold.v1.PeerAlone.$Shape;

            /**
             * Creates a PeerAlone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerAlone
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerAlone;

            /**
             * Creates a plain object from a PeerAlone message. Also converts values to other types if specified.
             * @param message PeerAlone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerAlone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerAlone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerAlone {

            /** Properties of a PeerAlone. */
            interface $Properties {

                /** PeerAlone term */
                term?: Long;

                /** PeerAlone commit */
                commit?: Long;

                /** PeerAlone store */
                store?: (leasehold.v1.PeerStore.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerAlone. */
            type $Shape = leasehold.v1.PeerAlone.$Properties;
        }

        /**
         * Properties of a PeerStore.
         * @deprecated Use leasehold.v1.PeerStore.$Properties instead.
         */
        interface IPeerStore extends leasehold.v1.PeerStore.$Properties {
        }

        /** Represents a PeerStore. */
        class PeerStore {

            /**
             * Constructs a new PeerStore.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerStore.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerStore generation. */
            generation: string;

            /** PeerStore standing. */
            standing: number;

            /** PeerStore founders. */
            founders: string;

            /** PeerStore epoch. */
            epoch: Long;

            /** PeerStore vetted. */
            vetted: Long;

            /**
             * Creates a new PeerStore instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerStore instance
             */
            static create(properties: leasehold.v1.PeerStore.$Shape): leasehold.v1.PeerStore & leasehold.v1.PeerStore.$Shape;
            static create(properties?: leasehold.v1.PeerStore.$Properties): leasehold.v1.PeerStore;

            /**
             * Encodes the specified PeerStore message. Does not implicitly {@link leasehold.v1.PeerStore.verify|verify} messages.
             * @param message PeerStore message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerStore.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerStore message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerStore & leasehold.v1.PeerStore.$Shape} PeerStore
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerStore & leasehold.v1.PeerStore.$Shape;

            /**
             * Creates a PeerStore message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerStore
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerStore;

            /**
             * Creates a plain object from a PeerStore message. Also converts values to other types if specified.
             * @param message PeerStore
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerStore, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerStore to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerStore {

            /** Properties of a PeerStore. */
            interface $Properties {

                /** PeerStore generation */
                generation?: string;

                /** PeerStore standing */
                standing?: number;

                /** PeerStore founders */
                founders?: string;

                /** PeerStore epoch */
                epoch?: Long;

                /** PeerStore vetted */
                vetted?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerStore. */
            type $Shape = leasehold.v1.PeerStore.$Properties;
        }

        /**
         * Properties of a PeerStoreDoubt.
         * @deprecated Use leasehold.v1.PeerStoreDoubt.$Properties instead.
         */
        interface IPeerStoreDoubt extends leasehold.v1.PeerStoreDoubt.$Properties {
        }

        /** Represents a PeerStoreDoubt. */
        class PeerStoreDoubt {

            /**
             * Constructs a new PeerStoreDoubt.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerStoreDoubt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerStoreDoubt kind. */
            kind: number;

            /** PeerStoreDoubt index. */
            index: Long;

            /**
             * Creates a new PeerStoreDoubt instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerStoreDoubt instance
             */
            static create(properties: leasehold.v1.PeerStoreDoubt.$Shape): leasehold.v1.PeerStoreDoubt & leasehold.v1.PeerStoreDoubt.$Shape;
            static create(properties?: leasehold.v1.PeerStoreDoubt.$Properties): leasehold.v1.PeerStoreDoubt;

            /**
             * Encodes the specified PeerStoreDoubt message. Does not implicitly {@link leasehold.v1.PeerStoreDoubt.verify|verify} messages.
             * @param message PeerStoreDoubt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerStoreDoubt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerStoreDoubt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerStoreDoubt & leasehold.v1.PeerStoreDoubt.$Shape} PeerStoreDoubt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerStoreDoubt & leasehold.v1.PeerStoreDoubt.$Shape;

            /**
             * Creates a PeerStoreDoubt message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerStoreDoubt
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerStoreDoubt;

            /**
             * Creates a plain object from a PeerStoreDoubt message. Also converts values to other types if specified.
             * @param message PeerStoreDoubt
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerStoreDoubt, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerStoreDoubt to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerStoreDoubt {

            /** Properties of a PeerStoreDoubt. */
            interface $Properties {

                /** PeerStoreDoubt kind */
                kind?: number;

                /** PeerStoreDoubt index */
                index?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerStoreDoubt. */
            type $Shape = leasehold.v1.PeerStoreDoubt.$Properties;
        }

        /**
         * Properties of a PeerIdleRound.
         * @deprecated Use leasehold.v1.PeerIdleRound.$Properties instead.
         */
        interface IPeerIdleRound extends leasehold.v1.PeerIdleRound.$Properties {
        }

        /** Represents a PeerIdleRound. */
        class PeerIdleRound {

            /**
             * Constructs a new PeerIdleRound.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerIdleRound.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerIdleRound term. */
            term: Long;

            /** PeerIdleRound prevIndex. */
            prevIndex: Long;

            /** PeerIdleRound prevTerm. */
            prevTerm: Long;

            /** PeerIdleRound commit. */
            commit: Long;

            /** PeerIdleRound round. */
            round: Long;

            /**
             * Creates a new PeerIdleRound instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerIdleRound instance
             */
            static create(properties: leasehold.v1.PeerIdleRound.$Shape): leasehold.v1.PeerIdleRound & leasehold.v1.PeerIdleRound.$Shape;
            static create(properties?: leasehold.v1.PeerIdleRound.$Properties): leasehold.v1.PeerIdleRound;

            /**
             * Encodes the specified PeerIdleRound message. Does not implicitly {@link leasehold.v1.PeerIdleRound.verify|verify} messages.
             * @param message PeerIdleRound message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerIdleRound.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerIdleRound message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerIdleRound & leasehold.v1.PeerIdleRound.$Shape} PeerIdleRound
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerIdleRound & leasehold.v1.PeerIdleRound.$Shape;

            /**
             * Creates a PeerIdleRound message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerIdleRound
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerIdleRound;

            /**
             * Creates a plain object from a PeerIdleRound message. Also converts values to other types if specified.
             * @param message PeerIdleRound
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerIdleRound, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerIdleRound to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerIdleRound {

            /** Properties of a PeerIdleRound. */
            interface $Properties {

                /** PeerIdleRound term */
                term?: Long;

                /** PeerIdleRound prevIndex */
                prevIndex?: Long;

                /** PeerIdleRound prevTerm */
                prevTerm?: Long;

                /** PeerIdleRound commit */
                commit?: Long;

                /** PeerIdleRound round */
                round?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerIdleRound. */
            type $Shape = leasehold.v1.PeerIdleRound.$Properties;
        }

        /**
         * Properties of a PeerIdleAnswer.
         * @deprecated Use leasehold.v1.PeerIdleAnswer.$Properties instead.
         */
        interface IPeerIdleAnswer extends leasehold.v1.PeerIdleAnswer.$Properties {
        }

        /** Represents a PeerIdleAnswer. */
        class PeerIdleAnswer {

            /**
             * Constructs a new PeerIdleAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerIdleAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerIdleAnswer to. */
            to: string;

            /** PeerIdleAnswer term. */
            term: Long;

            /** PeerIdleAnswer round. */
            round: Long;

            /** PeerIdleAnswer match. */
            match: Long;

            /**
             * Creates a new PeerIdleAnswer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerIdleAnswer instance
             */
            static create(properties: leasehold.v1.PeerIdleAnswer.$Shape): leasehold.v1.PeerIdleAnswer & leasehold.v1.PeerIdleAnswer.$Shape;
            static create(properties?: leasehold.v1.PeerIdleAnswer.$Properties): leasehold.v1.PeerIdleAnswer;

            /**
             * Encodes the specified PeerIdleAnswer message. Does not implicitly {@link leasehold.v1.PeerIdleAnswer.verify|verify} messages.
             * @param message PeerIdleAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerIdleAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerIdleAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerIdleAnswer & leasehold.v1.PeerIdleAnswer.$Shape} PeerIdleAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerIdleAnswer & leasehold.v1.PeerIdleAnswer.$Shape;

            /**
             * Creates a PeerIdleAnswer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerIdleAnswer
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerIdleAnswer;

            /**
             * Creates a plain object from a PeerIdleAnswer message. Also converts values to other types if specified.
             * @param message PeerIdleAnswer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerIdleAnswer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerIdleAnswer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerIdleAnswer {

            /** Properties of a PeerIdleAnswer. */
            interface $Properties {

                /** PeerIdleAnswer to */
                to?: string;

                /** PeerIdleAnswer term */
                term?: Long;

                /** PeerIdleAnswer round */
                round?: Long;

                /** PeerIdleAnswer match */
                match?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerIdleAnswer. */
            type $Shape = leasehold.v1.PeerIdleAnswer.$Properties;
        }

        /**
         * Properties of a PeerReport.
         * @deprecated Use leasehold.v1.PeerReport.$Properties instead.
         */
        interface IPeerReport extends leasehold.v1.PeerReport.$Properties {
        }

        /** Represents a PeerReport. */
        class PeerReport {

            /**
             * Constructs a new PeerReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerReport node. */
            node: string;

            /** PeerReport incarnation. */
            incarnation: Long;

            /** PeerReport number. */
            number: Long;

            /** PeerReport seq. */
            seq: Long;

            /** PeerReport age. */
            age: number;

            /** PeerReport hearsUs. */
            hearsUs: boolean;

            /** PeerReport echo. */
            echo: (leasehold.v1.PeerEcho|null);

            /** PeerReport doubt. */
            doubt: (leasehold.v1.PeerStoreDoubt|null);

            /**
             * Creates a new PeerReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerReport instance
             */
            static create(properties: leasehold.v1.PeerReport.$Shape): leasehold.v1.PeerReport & leasehold.v1.PeerReport.$Shape;
            static create(properties?: leasehold.v1.PeerReport.$Properties): leasehold.v1.PeerReport;

            /**
             * Encodes the specified PeerReport message. Does not implicitly {@link leasehold.v1.PeerReport.verify|verify} messages.
             * @param message PeerReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerReport & leasehold.v1.PeerReport.$Shape} PeerReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerReport & leasehold.v1.PeerReport.$Shape;

            /**
             * Creates a PeerReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerReport
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerReport;

            /**
             * Creates a plain object from a PeerReport message. Also converts values to other types if specified.
             * @param message PeerReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerReport {

            /** Properties of a PeerReport. */
            interface $Properties {

                /** PeerReport node */
                node?: string;

                /** PeerReport incarnation */
                incarnation?: Long;

                /** PeerReport number */
                number?: Long;

                /** PeerReport seq */
                seq?: Long;

                /** PeerReport age */
                age?: number;

                /** PeerReport hearsUs */
                hearsUs?: boolean;

                /** PeerReport echo */
                echo?: (leasehold.v1.PeerEcho.$Properties|null);

                /** PeerReport doubt */
                doubt?: (leasehold.v1.PeerStoreDoubt.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerReport. */
            type $Shape = leasehold.v1.PeerReport.$Properties;
        }

        /**
         * Properties of a PeerEcho.
         * @deprecated Use leasehold.v1.PeerEcho.$Properties instead.
         */
        interface IPeerEcho extends leasehold.v1.PeerEcho.$Properties {
        }

        /** Represents a PeerEcho. */
        class PeerEcho {

            /**
             * Constructs a new PeerEcho.
             * @param [properties] Properties to set
             */
            constructor(properties?: leasehold.v1.PeerEcho.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerEcho number. */
            number: Long;

            /** PeerEcho seq. */
            seq: Long;

            /** PeerEcho sentAt. */
            sentAt: number;

            /**
             * Creates a new PeerEcho instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerEcho instance
             */
            static create(properties: leasehold.v1.PeerEcho.$Shape): leasehold.v1.PeerEcho & leasehold.v1.PeerEcho.$Shape;
            static create(properties?: leasehold.v1.PeerEcho.$Properties): leasehold.v1.PeerEcho;

            /**
             * Encodes the specified PeerEcho message. Does not implicitly {@link leasehold.v1.PeerEcho.verify|verify} messages.
             * @param message PeerEcho message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: leasehold.v1.PeerEcho.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerEcho message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {leasehold.v1.PeerEcho & leasehold.v1.PeerEcho.$Shape} PeerEcho
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): leasehold.v1.PeerEcho & leasehold.v1.PeerEcho.$Shape;

            /**
             * Creates a PeerEcho message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PeerEcho
             */
            static fromObject(object: { [k: string]: any }): leasehold.v1.PeerEcho;

            /**
             * Creates a plain object from a PeerEcho message. Also converts values to other types if specified.
             * @param message PeerEcho
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: leasehold.v1.PeerEcho, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PeerEcho to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PeerEcho {

            /** Properties of a PeerEcho. */
            interface $Properties {

                /** PeerEcho number */
                number?: Long;

                /** PeerEcho seq */
                seq?: Long;

                /** PeerEcho sentAt */
                sentAt?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerEcho. */
            type $Shape = leasehold.v1.PeerEcho.$Properties;
        }
    }
}
