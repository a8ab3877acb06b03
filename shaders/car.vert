// Cars: a body on its springs and four wheels that steer and roll.
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 rgba;
layout(location = 3) in vec2 materialPart;
layout(location = 4) in vec4 pose;     // x, y, yaw, wheel angle
layout(location = 5) in vec4 springs;  // roll, pitch, heave, steering angle
layout(location = 6) in vec4 carColor;
layout(location = 7) in float braking;

uniform vec3 hubs[5];   // of the wheels by part, m
uniform vec3 tiltAbout; // what the body rolls and pitches about, m

out vec3 vNormal;
out vec3 vToEye;
out vec3 vColor;        // sRGB
out vec2 vShine;        // x: gloss, y: own light
out float vFog;

vec3 turnX(vec3 v, float a) {
    float c = cos(a), s = sin(a);
    return vec3(v.x, c * v.y - s * v.z, s * v.y + c * v.z);
}

vec3 turnY(vec3 v, float a) {
    float c = cos(a), s = sin(a);
    return vec3(c * v.x + s * v.z, v.y, c * v.z - s * v.x);
}

vec3 turnZ(vec3 v, float a) {
    float c = cos(a), s = sin(a);
    return vec3(c * v.x - s * v.y, s * v.x + c * v.y, v.z);
}

void main() {
    int part = int(materialPart.y + 0.5);
    vec3 p = position, n = normal;
    if (part == 0) {
        p = turnX(turnY(p - tiltAbout, springs.y), springs.x) + tiltAbout;
        n = turnX(turnY(n, springs.y), springs.x);
        p.z += springs.z;
    } else {
        float steer = part <= 2 ? springs.w : 0.0;
        p = turnZ(turnY(p, pose.w), steer) + hubs[part];
        n = turnZ(turnY(n, pose.w), steer);
    }
    vec3 scene = turnZ(p, pose.z) + vec3(pose.xy, 0.0);
    gl_Position = viewProjection * vec4(scene, 1.0);
    vNormal = turnZ(n, pose.z);
    vToEye = eye.xyz - scene;
    vFog = (gl_Position.w - fogRange.x) * fogRange.y;

    int material = int(materialPart.x + 0.5);
    vColor = material == 1 ? carColor.rgb : rgba.rgb;
    vShine = material == 1 ? vec2(0.35, 0.0) : material == 2 ? vec2(0.9, 0.0) : vec2(0.08, 0.0);
    if (material == 3)
        vShine = vec2(0.2, 0.75);
    if (material == 4) {
        vShine = vec2(0.2, braking > 0.5 ? 1.0 : 0.12);
        vColor = braking > 0.5 ? vec3(1.0, 0.16, 0.14) : rgba.rgb * 0.72;
    }
}
