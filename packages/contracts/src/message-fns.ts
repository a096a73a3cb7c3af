/** The part of a ts-proto message object that events need: its JSON form, both ways. */
export interface MessageFns<Message> {
  fromJSON(object: unknown): Message;
  toJSON(message: Message): unknown;
}
