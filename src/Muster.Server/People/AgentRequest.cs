using Muster.Domain.Identity;
using Muster.Domain.People;

namespace Muster.Server.People;

/// <summary>What somebody asks to be changed of an agent.</summary>
/// <param name="ExpectedVersion">The version that the request was made from; null: whichever it is at.</param>
public sealed record AgentRequest(AgentId Agent, AgentEdit Edit, Caller Caller, long? ExpectedVersion);
