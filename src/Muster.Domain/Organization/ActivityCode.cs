using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>What somebody may be doing, as schedules show it.</summary>
public sealed record ActivityCode : UnitItem<ActivityCodeId>
{
    public required ActivityCategory Category { get; init; }

    public required bool Paid { get; init; }

    /// <summary>Whether its time counts towards the hours that a contract asks for.</summary>
    public required bool CountsAsWork { get; init; }

    /// <summary>How schedules paint it: "#2f7d4f".</summary>
    public required string Colour { get; init; }

    public override void Check(FieldChecks checks) => checks.That(
        Colour.Length == 7 && Colour[0] == '#' && Colour.Skip(1).All(char.IsAsciiHexDigitLower),
        "colour", "must be six hexadecimal digits in lower case, such as #2f7d4f.");
}
