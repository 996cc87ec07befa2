using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api;

/// <summary>
/// Which query parameters each endpoint declares: those that its description names, so that what is told is what is
/// taken.
/// </summary>
public sealed class QueryNames(IApiDescriptionGroupCollectionProvider described)
{
    private const int MostTold = 10;
    private const int LongestName = 100;

    // An endpoint is known by its method; the few that share one take the same.
    private readonly Lazy<Dictionary<MethodInfo, HashSet<string>>> _names = new(() => Read(described));

    /// <summary>What a request gives that its endpoint does not take; null: nothing.</summary>
    public Refusal? Unknown(Endpoint endpoint, IQueryCollection query)
    {
        if (query.Count == 0 || endpoint.Metadata.GetMetadata<MethodInfo>() is not { } method
            || !_names.Value.TryGetValue(method, out var known))
        {
            return null;
        }

        var unknown = query.Keys.Where(name => !known.Contains(name)).Take(MostTold).ToList();
        return unknown.Count == 0 ? null : new Refusal.Invalid([.. unknown.Select(name => Error(name, known))]);
    }

    private static FieldError Error(string name, HashSet<string> known) => new(
        name.Length <= LongestName ? name : $"{name.AsSpan(0, LongestName)}...",
        "is not a known parameter here.\nMaybe "
        + (known.Count == 0 ? "leave it out: this address takes none."
            : name.Length <= LongestName ? $"{NearestName.Of(name, known)} is meant."
            : $"one of these is meant: {string.Join(", ", known)}."));

    private static Dictionary<MethodInfo, HashSet<string>> Read(IApiDescriptionGroupCollectionProvider described)
    {
        var names = new Dictionary<MethodInfo, HashSet<string>>();
        foreach (var one in described.ApiDescriptionGroups.Items.SelectMany(group => group.Items))
        {
            if (one.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault() is { } method)
            {
                // As the framework reads them: without regard to case.
                names.TryAdd(method, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                names[method].UnionWith(one.ParameterDescriptions
                    .Where(parameter => parameter.Source == BindingSource.Query).Select(parameter => parameter.Name));
            }
        }

        return names;
    }
}
