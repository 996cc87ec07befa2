using System.Text.Json;
using System.Text.Json.Nodes;
using Muster.Adherence.Rules;
using Muster.Server.Api.Json;

namespace Muster.Server.Demo.Content;

/// <summary>What the demonstration's contact centre is made of, as samples/demo/centre.yaml says.</summary>
/// <param name="Organization">
/// By kind, as the API's routes call it: the fields of its items, names in place of ids.
/// </param>
/// <param name="Adherence">What states of the telephones count as, and thresholds.</param>
/// <param name="Seed">Of everything that is drawn.</param>
public sealed record CentreContent(
    JsonObject Organization,
    AdherenceRules Adherence,
    int Seed,
    IReadOnlyList<UnitContent> Units,
    IReadOnlyList<HistoryContent> Histories,
    IReadOnlyList<TermsContent> Terms,
    BuildContent Build,
    IReadOnlyList<string> FirstNames,
    IReadOnlyList<string> LastNames)
{
    private const string File = "demo/centre.yaml";

    /// <summary>Of the business unit; there is one.</summary>
    public string BusinessUnit => (string)Organization["business-units"]![0]!["name"]!;

    /// <param name="samples">The folder "samples".</param>
    public static async Task<CentreContent> LoadAsync(string samples, CancellationToken token) =>
        Read(await SampleFile.ReadAsync(samples, File, token));

    public static CentreContent Read(string yaml) =>
        YamlJson.Read(yaml).Deserialize<CentreContent>(ApiJson.Options)
            ?? throw new StartRefusedException($"{File} is empty.", "Maybe get it again with the rest of Muster.");
}
