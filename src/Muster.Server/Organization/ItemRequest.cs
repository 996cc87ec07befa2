using System.Text.Json;
using Muster.Domain.Identity;
using Muster.Domain.Organization;

namespace Muster.Server.Organization;

/// <summary>What somebody asks to be done to one item.</summary>
/// <param name="Id">Of the item; a new one gets it.</param>
/// <param name="ExpectedVersion">The version that the request was made from; not looked at for a new item.</param>
/// <param name="Fields">All of a new item's, those to change of another; null fields are set to null.</param>
public sealed record ItemRequest(
    OrganizationKind Kind, Guid Id, Caller Caller, long ExpectedVersion = 0, JsonElement Fields = default);
