using System.Text.Json.Nodes;
using NodaTime;

namespace Muster.Domain.Sources;

/// <summary>Somebody whom the company employs or has employed.</summary>
public sealed record SourcePerson : SourceContent
{
    public required string Tenant { get; init; }

    /// <summary>What the person signs in with; not unique, not always there.</summary>
    public string? UserName { get; init; }

    /// <summary>Another number under the same external id means another person, or a new contract.</summary>
    public string? EmployeeNumber { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? Email { get; init; }

    /// <summary>Whether this person handles contacts; only such people are scheduled.</summary>
    public bool IsAgent { get; init; } = true;

    /// <summary>False: employed no longer, or not now.</summary>
    public bool IsActive { get; init; } = true;

    public string? Site { get; init; }

    public string? TimeZone { get; init; }

    public LocalDate? HiredOn { get; init; }

    /// <summary>The first day on which the person is employed no more.</summary>
    public LocalDate? TerminatedOn { get; init; }

    public IReadOnlyList<SourceSkillLevel> Skills { get; init; } = [];

    public IReadOnlyList<SourceLogin> Logins { get; init; } = [];

    /// <summary>What the source knows beyond this, kept as it came.</summary>
    public JsonObject? Attributes { get; init; }
}
