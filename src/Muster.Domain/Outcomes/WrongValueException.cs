using System.Text.Json;

namespace Muster.Domain.Outcomes;

/// <summary>
/// A value in JSON that cannot be read, with the remedy, to follow the field's name. The reader adds which field it is.
/// </summary>
public sealed class WrongValueException(string message) : JsonException(message);
