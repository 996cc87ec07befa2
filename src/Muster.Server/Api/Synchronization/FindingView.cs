using Muster.Domain.Sources;
using Muster.Domain.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <param name="What">new, changed, ended, gone or back.</param>
/// <param name="Fields">Which fields differ.</param>
public sealed record FindingView(
    ObjectKind Kind, string ExternalId, string What, string Name, IReadOnlyList<string> Fields)
{
    public static FindingView Of(RunFinding finding) =>
        new(finding.Kind, finding.ExternalId, finding.What, finding.Name, finding.Fields);
}
