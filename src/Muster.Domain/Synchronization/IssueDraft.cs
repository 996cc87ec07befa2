using Muster.Domain.People;
using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>Something about an object that people should know of.</summary>
/// <param name="Field">As the source calls it; empty when the object as a whole is meant.</param>
/// <param name="Reason">A sentence with the value, and a remedy.</param>
/// <param name="Missing">What it refers to and is not there: the object is looked at again when that comes.</param>
/// <param name="Other">Who may be the same person.</param>
public sealed record IssueDraft(
    IssueKind Kind, string Field, string Reason, (ObjectKind Kind, string ExternalId)? Missing = null,
    AgentId? Other = null);
