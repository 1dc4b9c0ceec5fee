import type { Parameter, ParameterPin } from '../../model/index.ts';

/** A parameter with what the front matter says of it. */
export function withPin(parameter: Parameter, pin: ParameterPin | undefined): Parameter {
  if (pin === undefined) return parameter;
  const { description, example, pattern, secret } = pin;
  return {
    ...parameter,
    default: pin.default ?? null,
    description: description ?? parameter.description,
    example: example ?? parameter.example,
    pattern: pattern ?? parameter.pattern,
    secret: secret ?? parameter.secret,
  };
}
